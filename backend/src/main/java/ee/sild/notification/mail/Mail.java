package ee.sild.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ee.sild.identity.AccountMail;
import ee.sild.platform.Ids;

/**
 * A mail in the outbox, pending or sent. It is sent at least once; its ID is in the message ID, to recognize
 * duplicates.
 */
@Entity
public class Mail {

    /** After this many failures the mail is given up. */
    private static final int ATTEMPTS = 10;

    @Id
    private UUID id;

    /** What the mail contains: one of these. */
    private UUID notificationId;

    private UUID invitationId;
    private UUID passwordResetId;
    private UUID emailChangeId;
    private UUID accountNoticeId;

    private int attempts;
    private Instant nextTryAt;
    private Instant sentAt;
    private String failure;

    protected Mail() {
        // for Hibernate
    }

    private Mail(Instant now) {
        this.id = Ids.next();
        this.nextTryAt = now;
    }

    public static Mail ofNotification(UUID notificationId, Instant now) {
        var mail = new Mail(now);
        mail.notificationId = notificationId;
        return mail;
    }

    static Mail ofAccount(AccountMail.Kind kind, UUID about, Instant now) {
        var mail = new Mail(now);
        switch (kind) {
            case INVITATION -> mail.invitationId = about;
            case PASSWORD_RESET -> mail.passwordResetId = about;
            case EMAIL_CHANGE -> mail.emailChangeId = about;
            case NOTICE -> mail.accountNoticeId = about;
        }
        return mail;
    }

    /** What a mail about the account of a user is about; null if the mail is not of this kind. */
    UUID about(AccountMail.Kind kind) {
        return switch (kind) {
            case INVITATION -> invitationId;
            case PASSWORD_RESET -> passwordResetId;
            case EMAIL_CHANGE -> emailChangeId;
            case NOTICE -> accountNoticeId;
        };
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

    UUID notificationId() {
        return notificationId;
    }
}
