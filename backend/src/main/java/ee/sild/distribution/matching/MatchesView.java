package ee.sild.distribution.matching;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The candidates for an opportunity: eligible partners, best first, then those that a rule excludes. */
public record MatchesView(
        @Schema(description = "The number of partners that were considered", examples = "12")
        int considered,

        @Schema(description = "The number of partners that meet every rule", examples = "5")
        int eligible,

        @Schema(description = "When the ranking was computed")
        Instant at,

        List<MatchView> candidates) {}
