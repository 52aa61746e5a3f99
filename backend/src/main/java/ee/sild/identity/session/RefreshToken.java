package ee.sild.identity.session;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A token that continues a session, once. */
@Entity
class RefreshToken {

    @Id
    private String hash;

    private UUID sessionId;
    private Instant expiresAt;
    private Instant usedAt;

    protected RefreshToken() {
        // for Hibernate
    }

    RefreshToken(String hash, UUID sessionId, Instant expiresAt) {
        this.hash = hash;
        this.sessionId = sessionId;
        this.expiresAt = expiresAt;
    }

    void use(Instant now) {
        usedAt = usedAt == null ? now : usedAt;
    }

    boolean wasUsedBefore(Instant moment) {
        return usedAt != null && usedAt.isBefore(moment);
    }

    boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    UUID sessionId() {
        return sessionId;
    }
}
