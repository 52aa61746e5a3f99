package ee.sild.identity.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proof that the caller reads the mail of the new address. */
public record ConfirmEmailRequest(
        @NotBlank @Size(max = 200) @Schema(description = "The token at the end of the link in the mail")
        String token) {}
