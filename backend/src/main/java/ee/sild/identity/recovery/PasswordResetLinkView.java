package ee.sild.identity.recovery;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link with which a user chooses a new password, besides the one in their mail. It is shown only once. */
public record PasswordResetLinkView(
        @Schema(
                description = "The link to the page on which the user chooses a password; pass it on to them",
                examples = "/password-reset/3q2-7wABc")
        String link,

        Instant expiresAt) {}
