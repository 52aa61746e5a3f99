package ee.sild.notification;

import java.text.BreakIterator;
import java.time.Instant;
import java.util.Locale;

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

    private static final int EXCERPT = 200;

    static NotificationContent mention(String author, String text) {
        return new NotificationContent(NotificationKind.MENTIONED, author, null, excerpt(text.strip()), null);
    }

    /** Cuts between two characters as readers count them. */
    static String excerpt(String words) {
        if (words.length() <= EXCERPT) {
            return words;
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(words);
        return words.substring(0, characters.preceding(EXCERPT)) + "…";
    }
}
