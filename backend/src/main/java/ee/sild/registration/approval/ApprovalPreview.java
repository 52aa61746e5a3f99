package ee.sild.registration.approval;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The approval that a registration would get if it were submitted now. */
public record ApprovalPreview(
        @Schema(description = "Whether it is approved by itself as long as nothing is in the way")
        boolean automatic,

        @Schema(description = "Who decides, in this order") List<ApprovalStepView> steps,
        @Schema(description = "By when the vendor decides") Instant decideBy) {}
