package ee.sild.identity.recovery;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ee.sild.identity.RandomToken;
import ee.sild.platform.Ids;
import ee.sild.platform.problem.RuleViolation;

/** The right of a user to choose a new password once, by a link, without knowing the old password. */
@Entity
class PasswordReset {

    @Id
    private UUID id;

    private UUID userId;

    /** Of the link that an administrator passes on; null if the user has asked for it. */
    private String tokenHash;

    /** Of the link in the mail; null until it is sent. */
    private String mailedTokenHash;

    private Instant createdAt;
    private Instant expiresAt;
    private Instant usedAt;
    private Instant endedAt;

    protected PasswordReset() {
        // for Hibernate
    }

    PasswordReset(UUID userId, String tokenHash, Instant now, Instant expiresAt) {
        this.id = Ids.next();
        this.userId = userId;
        this.tokenHash = tokenHash;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** Creates the link for a mail. That of an earlier attempt to send it stops working. */
    String mailToken() {
        String token = RandomToken.next();
        mailedTokenHash = RandomToken.hash(token);
        return token;
    }

    boolean isOpen(Instant now) {
        return usedAt == null && endedAt == null && expiresAt.isAfter(now);
    }

    void requireOpen(Instant now) {
        if (!isOpen(now)) {
            throw new RuleViolation("password-reset.ended");
        }
    }

    void use(Instant now) {
        requireOpen(now);
        usedAt = now;
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
