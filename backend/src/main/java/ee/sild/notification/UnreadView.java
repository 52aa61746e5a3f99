package ee.sild.notification;

/** The number of the caller's unread notifications. */
public record UnreadView(long unread) {}
