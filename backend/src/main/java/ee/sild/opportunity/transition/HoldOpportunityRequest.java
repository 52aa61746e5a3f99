package ee.sild.opportunity.transition;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;

/** Why an opportunity is put on hold. */
public record HoldOpportunityRequest(
        @Multiline @Size(max = 2000) @Schema(nullable = true)
        String reason) {}
