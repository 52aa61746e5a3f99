package ee.sild.identity;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A newly invited user and a link of theirs, besides the one in their mail. The link is shown only once. */
public record InvitationView(
        UserView user,

        @Schema(
                description = "The link to the page on which the user chooses a password; pass it on to them",
                examples = "/invitation/3q2-7wABc")
        String link,

        Instant expiresAt) {}
