package ee.sild.identity.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Verbatim;

/** The new address of the caller, who must know the password. */
public record ChangeEmailRequest(
        @NotBlank @Email @Size(max = 320) @Schema(examples = "kadri.tamm@pohjala.example")
        String email,

        @Verbatim @NotBlank @Size(max = 200) String currentPassword) {}
