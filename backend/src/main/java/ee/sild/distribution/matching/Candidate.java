package ee.sild.distribution.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import ee.sild.distribution.matching.MatchView.Points;
import ee.sild.opportunity.state.MatchingRule;

/** A partner as a candidate for an opportunity, with the data that matching uses. */
record Candidate(PartnerSnapshot snapshot, CandidateFit fit, CandidateSituation situation) {

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
            case ANSWER_TIME -> situation.hasDeadline();
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
            case COMPETENCY_FIT -> fit.ofCompetencies(snapshot.competencies().size());
            case TERRITORY_DISTANCE -> fit.ofTerritory();
            // Laplace 1774, rule of succession: (s + 1) / (n + 2).
            case WIN_RATE -> (snapshot.won() + 1.0) / (snapshot.won() + snapshot.lost() + 2.0);
            case ANSWER_SPEED -> 1 - (snapshot.answerShare() + 1) / (snapshot.answers() + 2);
            case FREE_CAPACITY -> situation.freeCapacity(snapshot.capacity());
            case FAIRNESS -> situation.fairness(now);
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
