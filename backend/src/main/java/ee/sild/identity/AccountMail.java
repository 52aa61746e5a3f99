package ee.sild.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail about the account of a user.
 *
 * @param to the address, which is not that of the user if it changes
 * @param text names its texts
 * @param path the path of the page that it links to
 * @param at until when the link works, or when something happened
 */
public record AccountMail(User user, String to, String text, String path, Instant at) {

    /** What such mails are about. */
    public enum Kind {
        INVITATION,
        PASSWORD_RESET,
        EMAIL_CHANGE,
        NOTICE
    }

    /** Fired in a transaction: the mail is to be sent. */
    public record Wanted(Kind kind, UUID about) {}

    /** Knows what the mails of a kind say. */
    public interface Source {

        Kind kind();

        /** Read when the mail is sent; empty if it is of no use any more. */
        Optional<AccountMail> mail(UUID about);
    }
}
