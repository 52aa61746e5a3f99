package ee.sild.notification;

/** How many notifications are new to the caller. */
public record UnreadView(long unread) {}
