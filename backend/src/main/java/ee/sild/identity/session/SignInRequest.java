package ee.sild.identity.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Verbatim;

/** A user's e-mail address and password. */
public record SignInRequest(
        @NotBlank @Size(max = 320) @Schema(examples = "mari@sild.example")
        String email,

        @Verbatim @NotBlank @Size(max = 200) @Schema(examples = "correct horse battery staple")
        String password,

        @Size(max = 50)
        @Schema(
                nullable = true,
                description = "A code of the authenticator app, or a recovery code, if the user has a second factor",
                examples = "492039")
        String code) {}
