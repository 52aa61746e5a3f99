package ee.sild.opportunity.transition;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;

/** How a partner's opportunity is approved. */
public record ApproveOpportunityRequest(
        @Multiline
        @Size(max = 2000)
        @Schema(
                nullable = true,
                description = "Why its partner may work on it although rules exclude it. Staff and a partner whose "
                        + "exclusivity is overridden read it")
        String overrideReason) {}
