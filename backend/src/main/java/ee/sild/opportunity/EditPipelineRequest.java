package ee.sild.opportunity;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.Phase;
import ee.sild.platform.Multiline;

/** Where an opportunity stands in the pipeline. */
public record EditPipelineRequest(
        @Schema(nullable = true, description = "The phase of the partner's pipeline")
        Phase phase,

        @Multiline @Size(max = 2000) @Schema(nullable = true, description = "Required to move back to an earlier phase")
        String phaseReason,

        @Min(0) @Max(100) @Schema(nullable = true, description = "The probability in percent", examples = "40")
        Integer probability,

        @Schema(nullable = true) LocalDate estimatedCloseDate,

        @Schema(nullable = true, description = "The due date; a partner requests a later one with `extend`")
        LocalDate dueOn) {

    static final EditPipelineRequest NONE = new EditPipelineRequest(null, null, null, null, null);

    static EditPipelineRequest of(Opportunity opportunity) {
        return new EditPipelineRequest(
                opportunity.pipeline().phase(),
                null,
                opportunity.details().probability(),
                opportunity.details().estimatedCloseDate(),
                opportunity.dueDate().dueOn());
    }
}
