package ee.sild.identity.session;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ee.sild.platform.Ids;

/** A user's sign-in on one device. */
@Entity
class Session {

    @Id
    private UUID id;

    private UUID userId;
    private String userAgent;
    private Instant createdAt;
    private Instant lastUsedAt;
    private Instant expiresAt;
    private Instant endedAt;

    protected Session() {
        // for Hibernate
    }

    Session(UUID userId, String userAgent, Instant now, Instant expiresAt) {
        this.id = Ids.next();
        this.userId = userId;
        this.userAgent = userAgent;
        this.createdAt = now;
        this.lastUsedAt = now;
        this.expiresAt = expiresAt;
    }

    boolean isOpen(Instant now) {
        return endedAt == null && expiresAt.isAfter(now);
    }

    void use(Instant now) {
        lastUsedAt = now;
    }

    void end(Instant now) {
        endedAt = endedAt == null ? now : endedAt;
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    String userAgent() {
        return userAgent;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
