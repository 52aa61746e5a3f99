package ee.sild.notification;

import java.time.Instant;

import ee.sild.identity.NotificationKind;

/**
 * The content of a notification.
 *
 * @param about the partner or user involved
 * @param reasonCode the reason, if there is one
 * @param excerpt what was written
 * @param answerBy when an answer is due
 */
record NotificationContent(NotificationKind kind, String about, String reasonCode, String excerpt, Instant answerBy) {

    static NotificationContent of(NotificationKind kind, String about) {
        return new NotificationContent(kind, about, null, null, null);
    }
}
