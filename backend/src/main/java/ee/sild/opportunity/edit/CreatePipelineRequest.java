package ee.sild.opportunity.edit;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.EditPipelineRequest;

/** When and how likely a new opportunity is won. Its phase starts with the work of a partner. */
public record CreatePipelineRequest(
        @Min(0) @Max(100) @Schema(nullable = true, description = "The probability in percent", examples = "40")
        Integer probability,

        @Schema(nullable = true) LocalDate estimatedCloseDate,
        @Schema(nullable = true, description = "Staff only") LocalDate dueOn) {

    EditPipelineRequest withoutPhase() {
        return new EditPipelineRequest(null, null, probability, estimatedCloseDate, dueOn);
    }
}
