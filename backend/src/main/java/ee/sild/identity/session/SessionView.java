package ee.sild.identity.session;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the caller's sign-ins. */
public record SessionView(
        UUID id,
        @Schema(nullable = true) String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,

        @Schema(description = "Whether this is the session of the request")
        boolean current) {

    static SessionView of(Session session, UUID current) {
        return new SessionView(
                session.id(),
                session.userAgent(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().equals(current));
    }
}
