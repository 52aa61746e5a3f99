package ee.sild.notification;

import java.util.UUID;

/** A user to notify, and the ways in which they receive the notification. */
record Recipient(UUID id, boolean inApp, boolean byMail) {}
