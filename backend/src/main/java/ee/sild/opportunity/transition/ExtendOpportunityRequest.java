package ee.sild.opportunity.transition;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A later due date for an opportunity. */
public record ExtendOpportunityRequest(
        @NotNull LocalDate dueOn,
        @Size(max = 2000) @Schema(nullable = true) String reason) {}
