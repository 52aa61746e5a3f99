package ee.sild.identity.invitation;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an invitation is sent again. */
public record ResendInvitationRequest(
        @Email
        @Size(min = 1, max = 320)
        @Schema(
                nullable = true,
                description = "The right address of a user who was invited at a wrong one; the same address if omitted",
                examples = "kadri@pohjala.example")
        String email) {}
