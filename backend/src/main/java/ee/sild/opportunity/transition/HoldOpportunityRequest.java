package ee.sild.opportunity.transition;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why it has to wait. */
public record HoldOpportunityRequest(
        @Size(max = 2000) @Schema(nullable = true) String reason) {}
