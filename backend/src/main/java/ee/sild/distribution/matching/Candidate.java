package ee.sild.distribution.matching;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import ee.sild.distribution.matching.MatchView.Points;

/** A partner as a candidate for an opportunity, with the data that matching uses. */
record Candidate(PartnerSnapshot snapshot, Fit fit, Situation situation) {

    /**
     * How the partner fits what the opportunity requires.
     *
     * @param steps how many levels up from the opportunity's territory the partner's own is; null if it has none around
     *     it
     * @param required how many competencies are required
     * @param matched how many of them the partner has
     * @param value the estimated value in the base currency; null if unknown
     */
    record Fit(boolean placeless, Integer steps, int required, int matched, BigDecimal value) {}

    /**
     * What the partner does now, and what it has done about this opportunity and its customer.
     *
     * @param registeredByOther whether another partner has exclusivity
     */
    record Situation(
            long open, boolean refused, boolean registeredByOther, boolean managing, Instant lastDeliveredAt) {}

    private static final MatchingRule[] RULES = MatchingRule.values();
    private static final MatchingScore[] SCORES = MatchingScore.values();

    boolean fulfils(MatchingRule rule, LocalDate today) {
        return switch (rule) {
            case IN_PROGRAMME -> snapshot.isInProgramme(today);
            case TERRITORY -> fit.placeless() || fit.steps() != null;
            case COMPETENCIES -> fit.matched() == fit.required();
            case REVENUE_BAND -> fit.value() == null || snapshot.takes(fit.value());
            case CAPACITY -> snapshot.capacity() == null || situation.open() < snapshot.capacity();
            case NOT_REFUSED -> !situation.refused();
            case NO_OTHER_REGISTRATION -> !situation.registeredByOther();
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
            case MANAGING_PARTNER -> situation.managing() ? 1 : 0;
            case TIER -> snapshot.tierHeight() == null ? 0 : snapshot.tierHeight();
            case COMPETENCY_FIT -> competencyFit();
            case TERRITORY_DISTANCE -> fit.placeless() ? 0.5 : fit.steps() == null ? 0 : 1.0 / (1 + fit.steps());
            // Laplace 1774, rule of succession: (s + 1) / (n + 2).
            case WIN_RATE -> (snapshot.won() + 1.0) / (snapshot.won() + snapshot.lost() + 2.0);
            case ANSWER_SPEED -> 1 - (snapshot.answerShare() + 1) / (snapshot.answers() + 2);
            case FREE_CAPACITY -> freeCapacity();
            case FAIRNESS -> fairness(now);
        };
    }

    /** Jaccard 1901: |A ∩ B| / |A ∪ B|; if nothing is required, all partners fit equally. */
    private double competencyFit() {
        int all = fit.required() + snapshot.competencies().size() - fit.matched();
        return fit.required() == 0 ? 0.5 : (double) fit.matched() / all;
    }

    private double freeCapacity() {
        if (snapshot.capacity() == null) {
            return 10.0 / (10 + situation.open());
        }
        int capacity = snapshot.capacity();
        return capacity == 0 ? 0 : Math.max(0, (double) (capacity - situation.open()) / capacity);
    }

    private double fairness(Instant now) {
        if (situation.lastDeliveredAt() == null) {
            return 1;
        }
        long hours =
                Math.max(0, Duration.between(situation.lastDeliveredAt(), now).toHours());
        return 1 - Math.exp(-hours / 24.0 / 30);
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
                snapshot.partner(),
                snapshot.tier(),
                rank != null,
                rank,
                total(weights, now),
                situation.open(),
                snapshot.capacity(),
                verdicts(today),
                scores);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
