package ee.sild.registration.approval;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The approval that a registration would get if it were submitted now. */
public record ApprovalPreview(
        @Schema(description = "Whether the registration is approved automatically if there is no conflict")
        boolean automatic,

        @Schema(description = "The approval steps, in order")
        List<ApprovalStepView> steps,

        @Schema(description = "The time by which the vendor decides")
        Instant decideBy) {}
