package ee.sild.opportunity.transition;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.ReturnReason;
import ee.sild.platform.Multiline;

/** Why the partner returns an opportunity. */
public record ReturnOpportunityRequest(
        @NotNull ReturnReason reasonCode,

        @Multiline @Size(max = 2000) @Schema(nullable = true)
        String reason) {}
