package ee.sild.identity.invitation;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Language;
import ee.sild.platform.Verbatim;

/** The first administrator to create. */
public record SetUpRequest(
        @NotBlank @Size(max = 200) @Schema(description = "The token in the link that the server prints at startup")
        String token,

        @NotBlank @Size(max = 200) @Schema(examples = "Mari Saar")
        String name,

        @NotBlank @Email @Size(max = 320) @Schema(examples = "mari@sild.example")
        String email,

        @Verbatim @NotBlank @Size(min = 12, max = 200) String password,
        @NotNull Language language) {}
