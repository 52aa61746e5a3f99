package ee.sild.distribution.matching;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.MatchingRule;
import ee.sild.platform.Ref;

/** A partner as a candidate for an opportunity: whether it is eligible, its rank, and why. */
public record MatchView(
        Ref partner,
        @Schema(nullable = true) Ref tier,

        @Schema(description = "Whether the partner meets every rule")
        boolean eligible,

        @Schema(
                nullable = true,
                description =
                        "The rank among eligible partners, starting at 1; null if a rule excludes the " + "partner",
                examples = "1")
        Integer rank,

        @Schema(description = "The weighted mean of the scores, from 0 to 1", examples = "0.7315")
        double total,

        @Schema(description = "The number of opportunities that the partner is working on")
        long open,

        @Schema(
                nullable = true,
                description = "The number of opportunities that the partner can work on at the same time")
        Integer capacity,

        @Schema(description = "The rules, and whether the partner meets each")
        List<MatchView.RuleVerdict> verdicts,

        @Schema(description = "The scores with their weights")
        List<Points> scores) {

    /** Whether a partner fulfils a rule. */
    @Schema(name = "MatchingVerdict", description = "A rule, and whether the partner meets it")
    public record RuleVerdict(MatchingRule rule, boolean fulfilled) {}

    /** A score and its weight. */
    @Schema(name = "MatchingPoints", description = "A score and its weight")
    public record Points(
            MatchingScore score,

            @Schema(description = "The score, from 0 to 1", examples = "0.5")
            double value,

            @Schema(description = "The weight, from 0 to 100", examples = "15")
            int weight) {}
}
