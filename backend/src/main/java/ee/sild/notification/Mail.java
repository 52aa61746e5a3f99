package ee.sild.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ee.sild.platform.Ids;

/**
 * A mail in the outbox, pending or sent. It is sent at least once; its ID is in the message ID, to recognize
 * duplicates.
 */
@Entity
class Mail {

    /** After this many failures the mail is given up. */
    private static final int ATTEMPTS = 10;

    @Id
    private UUID id;

    /** Null for an invitation. */
    private UUID notificationId;

    /** Null for a notification. */
    private UUID invitationId;

    private int attempts;
    private Instant nextTryAt;
    private Instant sentAt;
    private String failure;

    protected Mail() {
        // for Hibernate
    }

    Mail(UUID notificationId, Instant now) {
        this.id = Ids.next();
        this.notificationId = notificationId;
        this.nextTryAt = now;
    }

    static Mail ofInvitation(UUID invitationId, Instant now) {
        var mail = new Mail(null, now);
        mail.invitationId = invitationId;
        return mail;
    }

    void sent(Instant now) {
        attempts++;
        sentAt = now;
        nextTryAt = null;
        failure = null;
    }

    /** Schedules a retry after one minute, two, four and so on. */
    void failed(String why, Instant now) {
        attempts++;
        failure = why;
        nextTryAt = attempts >= ATTEMPTS ? null : now.plus(Duration.ofMinutes(1L << (attempts - 1)));
    }

    boolean isWaiting() {
        return nextTryAt != null;
    }

    Instant sentAt() {
        return sentAt;
    }

    UUID id() {
        return id;
    }

    UUID invitationId() {
        return invitationId;
    }

    UUID notificationId() {
        return notificationId;
    }
}
