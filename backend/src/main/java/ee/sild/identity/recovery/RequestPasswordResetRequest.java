package ee.sild.identity.recovery;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The address of a user who has forgotten the password. */
public record RequestPasswordResetRequest(
        @NotBlank @Email @Size(max = 320) @Schema(examples = "kadri@pohjala.example")
        String email) {}
