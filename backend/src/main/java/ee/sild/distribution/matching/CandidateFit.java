package ee.sild.distribution.matching;

import java.math.BigDecimal;

/**
 * How a partner fits what an opportunity requires.
 *
 * @param steps how many levels up from the opportunity's territory the partner's own is; null if it has none around it
 * @param required how many competencies are required
 * @param matched how many of them the partner has
 * @param value the estimated value in the base currency; null if unknown
 */
record CandidateFit(boolean placeless, Integer steps, int required, int matched, BigDecimal value) {

    double ofTerritory() {
        return placeless ? 0.5 : steps == null ? 0 : 1.0 / (1 + steps);
    }

    /**
     * Jaccard 1901: |A ∩ B| / |A ∪ B|; if nothing is required, all partners fit equally.
     *
     * @param own how many competencies the partner has
     */
    double ofCompetencies(int own) {
        int all = required + own - matched;
        return required == 0 ? 0.5 : (double) matched / all;
    }
}
