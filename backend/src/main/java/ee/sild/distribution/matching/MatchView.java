package ee.sild.distribution.matching;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** A partner as a candidate for an opportunity: whether it is eligible, its rank, and why. */
public record MatchView(
        Ref partner,
        @Schema(nullable = true) Ref tier,

        @Schema(description = "Whether it fulfils every rule")
        boolean eligible,

        @Schema(nullable = true, description = "1 for the best; null where a rule keeps it out", examples = "1")
        Integer rank,

        @Schema(description = "Weighted mean of the scores, from 0 to 1", examples = "0.7315")
        double total,

        @Schema(description = "Opportunities that it works on now")
        long open,

        @Schema(nullable = true, description = "How many it can work on at once")
        Integer capacity,

        @Schema(description = "Each rule, and whether it is fulfilled")
        List<MatchView.RuleVerdict> verdicts,

        @Schema(description = "Each score with its weight") List<Points> scores) {

    /** Whether a partner fulfils a rule. */
    @Schema(name = "MatchingVerdict", description = "Whether a partner fulfils a rule")
    public record RuleVerdict(MatchingRule rule, boolean fulfilled) {}

    /** A score and its weight. */
    @Schema(name = "MatchingPoints", description = "What a score comes to, and how much it counts")
    public record Points(
            MatchingScore score,

            @Schema(description = "From 0 to 1", examples = "0.5")
            double value,

            @Schema(description = "From 0 to 100", examples = "15")
            int weight) {}
}
