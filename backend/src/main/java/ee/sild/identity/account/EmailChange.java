package ee.sild.identity.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ee.sild.identity.RandomToken;
import ee.sild.platform.Ids;
import ee.sild.platform.problem.RuleViolation;

/** A new email address of a user, who signs in with the old one until the new one is confirmed. */
@Entity
class EmailChange {

    @Id
    private UUID id;

    private UUID userId;
    private String email;

    /** Of the link in the mail; null until it is sent. */
    private String mailedTokenHash;

    private Instant createdAt;
    private Instant expiresAt;
    private Instant confirmedAt;
    private Instant endedAt;

    protected EmailChange() {
        // for Hibernate
    }

    EmailChange(UUID userId, String email, Instant now, Instant expiresAt) {
        this.id = Ids.next();
        this.userId = userId;
        this.email = email;
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
        return confirmedAt == null && endedAt == null && expiresAt.isAfter(now);
    }

    void confirm(String token, Instant now) {
        if (!isOpen(now) || mailedTokenHash == null || !RandomToken.matches(token, mailedTokenHash)) {
            throw new RuleViolation("email-change.ended");
        }
        confirmedAt = now;
    }

    void end(Instant now) {
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    String email() {
        return email;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
