package ee.sild.notification;

/** A part of a notification. */
enum NotificationDetail {
    /** The partner that it happened with. */
    COMPANY,
    /** When an answer is due. */
    ANSWER_BY,
    /** The code of the event's reason. */
    REASON,
    /** The kind of the event, as the reason. */
    EVENT,
    /** The outcome of an extension request, as the reason. */
    OUTCOME
}
