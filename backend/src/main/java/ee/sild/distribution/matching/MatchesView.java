package ee.sild.distribution.matching;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.eligibility.SimilarProtection;
import ee.sild.opportunity.state.MatchingRule;

/** The candidates for an opportunity: eligible partners, best first, then those that a rule excludes. */
public record MatchesView(
        @Schema(description = "The number of partners that were considered", examples = "12")
        int considered,

        @Schema(description = "The number of partners that meet every rule", examples = "5")
        int eligible,

        @Schema(description = "When the ranking was computed")
        Instant at,

        List<MatchView> candidates,

        @Schema(
                description =
                        "How many of the considered partners each rule excludes, also of those that are not among "
                                + "the candidates. Several rules can exclude the same partner")
        List<RuleExclusions> exclusions,

        @Schema(
                description = "Exclusivity for customers that may be the same company. Nothing is offered until staff "
                        + "have decided whether they are")
        List<SimilarProtection> similar) {

    public MatchesView {
        // Runs that were stored before have none.
        similar = similar == null ? List.of() : similar;
        exclusions = exclusions == null ? List.of() : exclusions;
    }

    /** How many partners a rule excludes. */
    @Schema(name = "MatchingExclusions", description = "A rule, and how many partners it excludes")
    public record RuleExclusions(
            MatchingRule rule,

            @Schema(description = "The number of partners that do not meet the rule", examples = "4")
            int partners) {}
}
