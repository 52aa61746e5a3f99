package ee.sild.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Language;
import ee.sild.platform.security.Role;

/** A user to invite. */
public record InviteUserRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Kadri Tamm")
        String name,

        @NotBlank @Email @Size(max = 320) @Schema(examples = "kadri@pohjala.example")
        String email,

        @NotNull Role role,

        @Schema(nullable = true, description = "The language of the user; defaults to English")
        Language language) {}
