package ee.sild.opportunity.transition;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an opportunity is reopened. */
public record ReopenOpportunityRequest(
        @Size(max = 2000) @Schema(nullable = true) String reason) {}
