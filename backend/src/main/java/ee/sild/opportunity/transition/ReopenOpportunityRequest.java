package ee.sild.opportunity.transition;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;

/** Why an opportunity is reopened. */
public record ReopenOpportunityRequest(
        @Multiline @Size(max = 2000) @Schema(nullable = true)
        String reason,

        @Multiline
        @Size(max = 2000)
        @Schema(
                nullable = true,
                description = "Why its partner continues although rules exclude it. Staff and a partner whose "
                        + "exclusivity is overridden read it")
        String overrideReason) {}
