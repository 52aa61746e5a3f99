package ee.sild.identity.invitation;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.identity.UserView;

/** A newly invited user and their link. The link is shown only once. */
public record InvitationView(
        UserView user,

        @Schema(
                description = "Page on which the person chooses a password; give it to them",
                examples = "/invitation/3q2-7wABc")
        String link,

        Instant expiresAt) {}
