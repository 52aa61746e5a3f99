package ee.sild.identity.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code of the authenticator app, or a recovery code. */
public record SecondFactorCodeRequest(
        @NotBlank @Size(max = 50) @Schema(examples = "492039")
        String code) {}
