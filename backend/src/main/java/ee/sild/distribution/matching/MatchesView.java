package ee.sild.distribution.matching;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The candidates for an opportunity: eligible partners, best first, then those that a rule excludes. */
public record MatchesView(
        @Schema(description = "How many partners were looked at", examples = "12")
        int considered,

        @Schema(description = "How many of them fulfil every rule", examples = "5")
        int eligible,

        @Schema(description = "When it was worked out") Instant at,
        List<MatchView> candidates) {}
