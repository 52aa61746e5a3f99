package ee.sild.distribution.matching;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import ee.sild.distribution.matching.MatchView.Points;
import ee.sild.platform.Ref;

/**
 * A partner as a candidate for an opportunity, with the data that matching uses.
 *
 * @param tierHeight 1 for the highest tier down to 0 for the lowest; null without one
 * @param steps how many levels up from the opportunity's territory the partner's own is; null if it has none around it
 * @param required how many competencies are required
 * @param matched how many of them the partner has
 * @param competencies how many competencies it has in total
 * @param value the estimated value in the base currency; null if unknown
 * @param registeredByOther whether another partner has exclusivity
 * @param answerShare the sum of the shares of the allowed time that its answers took
 */
record Candidate(
        Ref partner,
        Ref tier,
        Double tierHeight,
        boolean active,
        LocalDate programmeUntil,
        boolean placeless,
        Integer steps,
        int required,
        int matched,
        int competencies,
        BigDecimal value,
        BigDecimal revenueFrom,
        BigDecimal revenueTo,
        Integer capacity,
        long open,
        boolean refused,
        boolean registeredByOther,
        boolean managing,
        int won,
        int lost,
        int answers,
        double answerShare,
        Instant lastDeliveredAt) {

    private static final MatchingRule[] RULES = MatchingRule.values();
    private static final MatchingScore[] SCORES = MatchingScore.values();

    boolean fulfils(MatchingRule rule, LocalDate today) {
        return switch (rule) {
            case IN_PROGRAMME -> active && (programmeUntil == null || !programmeUntil.isBefore(today));
            case TERRITORY -> placeless || steps != null;
            case COMPETENCIES -> matched == required;
            case REVENUE_BAND ->
                value == null
                        || ((revenueFrom == null || value.compareTo(revenueFrom) >= 0)
                                && (revenueTo == null || value.compareTo(revenueTo) <= 0));
            case CAPACITY -> capacity == null || open < capacity;
            case NOT_REFUSED -> !refused;
            case NO_OTHER_REGISTRATION -> !registeredByOther;
        };
    }

    /** Whether the partner fulfils every rule. */
    boolean isEligible(LocalDate today) {
        for (MatchingRule rule : RULES) {
            if (!fulfils(rule, today)) {
                return false;
            }
        }
        return true;
    }

    List<MatchView.RuleVerdict> verdicts(LocalDate today) {
        return Stream.of(RULES)
                .map(rule -> new MatchView.RuleVerdict(rule, fulfils(rule, today)))
                .toList();
    }

    /** The score, from 0 to 1; {@link MatchingScore} lists the formulas. */
    double score(MatchingScore score, Instant now) {
        return switch (score) {
            case MANAGING_PARTNER -> managing ? 1 : 0;
            case TIER -> tierHeight == null ? 0 : tierHeight;
            // Jaccard 1901: |A ∩ B| / |A ∪ B|; if nothing is required, all partners fit equally.
            case COMPETENCY_FIT -> required == 0 ? 0.5 : (double) matched / (required + competencies - matched);
            case TERRITORY_DISTANCE -> placeless ? 0.5 : steps == null ? 0 : 1.0 / (1 + steps);
            // Laplace 1774, rule of succession: (s + 1) / (n + 2).
            case WIN_RATE -> (won + 1.0) / (won + lost + 2.0);
            case ANSWER_SPEED -> 1 - (answerShare + 1) / (answers + 2);
            case FREE_CAPACITY ->
                capacity == null
                        ? 10.0 / (10 + open)
                        : capacity == 0 ? 0 : Math.max(0, (double) (capacity - open) / capacity);
            case FAIRNESS ->
                lastDeliveredAt == null
                        ? 1
                        : 1
                                - Math.exp(-Math.max(
                                                0,
                                                Duration.between(lastDeliveredAt, now)
                                                        .toHours())
                                        / 24.0
                                        / 30);
        };
    }

    /** The weighted mean of the scores, from 0 to 1; 0 if no score has a weight. */
    double total(MatchingWeights weights, Instant now) {
        double points = 0;
        int all = 0;
        for (MatchingScore score : SCORES) {
            int weight = weights.of(score);
            points += weight == 0 ? 0 : weight * score(score, now);
            all += weight;
        }
        return all == 0 ? 0 : rounded(points / all);
    }

    /** @param rank null if a rule excludes the partner */
    MatchView match(Integer rank, MatchingWeights weights, Instant now, LocalDate today) {
        var scores = Stream.of(SCORES)
                .map(one -> new Points(one, rounded(score(one, now)), weights.of(one)))
                .toList();
        return new MatchView(
                partner, tier, rank != null, rank, total(weights, now), open, capacity, verdicts(today), scores);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
