package ee.sild.opportunity.list;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.Alert;
import ee.sild.opportunity.state.Phase;

/** Where a listed opportunity stands in the pipeline. */
public record PipelineSummary(
        @Schema(nullable = true) Phase phase,

        @Schema(nullable = true, description = "Why it needs attention")
        Alert alert,

        @Schema(nullable = true, description = "The probability in percent")
        Integer probability,

        @Schema(nullable = true) LocalDate estimatedCloseDate,
        @Schema(nullable = true) LocalDate dueOn,

        @Schema(nullable = true, description = "The due date that the partner requests")
        LocalDate requestedDueOn) {}
