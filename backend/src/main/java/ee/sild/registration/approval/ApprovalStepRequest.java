package ee.sild.registration.approval;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who takes a step of an approval. */
public record ApprovalStepRequest(
        @NotNull Approver approver,

        @Schema(nullable = true, description = "The approver with `PERSON`: a channel manager or an administrator")
        UUID userId) {

    /** Whether it names a user if, and only if, a user decides. */
    boolean namesItsApprover() {
        return (approver == Approver.PERSON) == (userId != null);
    }
}
