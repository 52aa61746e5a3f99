package ee.sild.opportunity.list;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a listed opportunity ended. */
public record OutcomeSummary(
        @Schema(nullable = true, description = "Why it was declined, returned or lost")
        String reasonCode) {}
