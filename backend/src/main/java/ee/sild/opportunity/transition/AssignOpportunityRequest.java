package ee.sild.opportunity.transition;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The user of the managing partner who is to work on an opportunity. */
public record AssignOpportunityRequest(
        @NotNull @Schema(description = "An active user of the partner")
        UUID userId) {}
