package ee.sild.registration.approval;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose step it is. */
public record ApprovalStepRequest(
        @NotNull Approver approver,

        @Schema(nullable = true, description = "With `PERSON`: a channel manager or an administrator")
        UUID userId) {}
