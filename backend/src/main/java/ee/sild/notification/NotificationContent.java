package ee.sild.notification;

import java.time.Instant;

import ee.sild.identity.NotificationKind;

/**
 * What there is to tell.
 *
 * @param about the partner or the person that it happened with
 * @param reasonCode why, where there is a reason to tell
 * @param excerpt what was written
 * @param answerBy by when an answer is expected
 */
record NotificationContent(NotificationKind kind, String about, String reasonCode, String excerpt, Instant answerBy) {

    static NotificationContent of(NotificationKind kind, String about) {
        return new NotificationContent(kind, about, null, null, null);
    }
}
