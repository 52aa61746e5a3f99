package ee.sild.opportunity.transition;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why it goes on after all. */
public record ReopenOpportunityRequest(
        @Size(max = 2000) @Schema(nullable = true) String reason) {}
