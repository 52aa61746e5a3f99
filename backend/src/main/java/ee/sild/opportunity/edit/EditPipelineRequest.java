package ee.sild.opportunity.edit;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.Phase;

/** Where an opportunity stands in the pipeline. */
public record EditPipelineRequest(
        @Schema(nullable = true, description = "The partner's pipeline phase, once a partner works on it")
        Phase phase,

        @Size(max = 2000) @Schema(nullable = true, description = "Needed when the phase goes back")
        String phaseReason,

        @Min(0) @Max(100) @Schema(nullable = true, description = "Percent", examples = "40")
        Integer probability,

        @Schema(nullable = true) LocalDate estimatedCloseDate,

        @Schema(
                nullable = true,
                description = "The date by which it is to be closed; a partner asks for more with `extend`")
        LocalDate dueOn) {

    static final EditPipelineRequest NONE = new EditPipelineRequest(null, null, null, null, null);
}
