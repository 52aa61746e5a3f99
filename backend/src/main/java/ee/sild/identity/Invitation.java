package ee.sild.identity;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ee.sild.platform.Ids;
import ee.sild.platform.problem.RuleViolation;

/** A link with which a new user sets a password and signs in. */
@Entity
class Invitation {

    @Id
    private UUID id;

    private UUID userId;
    private String tokenHash;
    private Instant expiresAt;
    private Instant acceptedAt;

    protected Invitation() {
        // for Hibernate
    }

    Invitation(UUID userId, String tokenHash, Instant expiresAt) {
        this.id = Ids.next();
        this.userId = userId;
        this.tokenHash = tokenHash;
        this.expiresAt = expiresAt;
    }

    void accept(Instant now) {
        requireOpen(now);
        acceptedAt = now;
    }

    void requireOpen(Instant now) {
        if (acceptedAt != null) {
            throw new RuleViolation("invitation.used");
        }
        if (!expiresAt.isAfter(now)) {
            throw new RuleViolation("invitation.expired");
        }
    }

    UUID userId() {
        return userId;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
