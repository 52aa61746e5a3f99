package ee.sild.opportunity.transition;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;

/** A later due date for an opportunity. */
public record ExtendOpportunityRequest(
        @NotNull LocalDate dueOn,

        @Multiline @Size(max = 2000) @Schema(nullable = true)
        String reason) {}
