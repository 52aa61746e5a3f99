package ee.sild.notification;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import ee.sild.identity.NotificationKind;
import ee.sild.opportunity.Opportunity;
import ee.sild.platform.Ids;
import ee.sild.platform.Ref;

import static jakarta.persistence.EnumType.STRING;

/** A notification of one user. It does not change when the opportunity does. */
@Entity
class Notification {

    @Id
    private UUID id;

    private UUID userId;

    @Enumerated(STRING)
    private NotificationKind kind;

    private UUID opportunityId;
    private String topic;
    private String number;
    private String about;
    private String reasonCode;
    private String excerpt;
    private Instant answerBy;
    private boolean inApp;
    private Instant createdAt;
    private Instant readAt;

    protected Notification() {
        // for Hibernate
    }

    /** @param inApp whether the user wants this notification in the app */
    Notification(UUID userId, boolean inApp, NotificationContent content, Opportunity on, Instant now) {
        this.id = Ids.next();
        this.userId = userId;
        this.kind = content.kind();
        this.opportunityId = on.id();
        this.topic = on.details().topic();
        this.number = on.number();
        this.about = content.about();
        this.reasonCode = content.reasonCode();
        this.excerpt = content.excerpt();
        this.answerBy = content.answerBy();
        this.inApp = inApp;
        this.createdAt = now;
    }

    void read(Instant now) {
        readAt = readAt == null ? now : readAt;
    }

    NotificationView view() {
        return new NotificationView(
                id,
                kind,
                new Ref(opportunityId, topic),
                number,
                about,
                reasonCode,
                excerpt,
                answerBy,
                createdAt,
                readAt);
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }
}
