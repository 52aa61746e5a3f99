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
    private Instant revokedAt;

    /** Of the link in the mail; null until it is sent. */
    private String mailedTokenHash;

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

    /** Also when another invitation replaces it. */
    void revoke(Instant now) {
        if (acceptedAt == null && revokedAt == null) {
            revokedAt = now;
        }
    }

    /** Creates the link for a mail. That of an earlier attempt to send it stops working. */
    String mailToken() {
        String token = RandomToken.next();
        mailedTokenHash = RandomToken.hash(token);
        return token;
    }

    boolean isOpen(Instant now) {
        return acceptedAt == null && revokedAt == null && expiresAt.isAfter(now);
    }

    void requireOpen(Instant now) {
        if (acceptedAt != null) {
            throw new RuleViolation("invitation.used");
        }
        if (revokedAt != null) {
            throw new RuleViolation("invitation.revoked");
        }
        if (!expiresAt.isAfter(now)) {
            throw new RuleViolation("invitation.expired");
        }
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
