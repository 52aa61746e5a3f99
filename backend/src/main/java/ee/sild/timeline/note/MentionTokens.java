package ee.sild.timeline.note;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mentions in the text of a note: Markdown links to users, such as {@code [@Tiit Mäe](user:0190b1c8-…)}. Names are not
 * unique, and may be the beginning of other names; the ID tells who is meant.
 */
final class MentionTokens {

    static final String SCHEME = "user:";

    private static final Pattern TOKEN = Pattern.compile(
            "\\[@((?:[^\\]\\[\\\\\\n]|\\\\.){1,400})]\\(user:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\)");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\\\[\\]`*_<>&!]");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private MentionTokens() {}

    /** The users who are mentioned, in the order of the text. */
    static Set<UUID> in(String text) {
        var users = new LinkedHashSet<UUID>();
        TOKEN.matcher(text).results().map(MentionTokens::user).forEach(users::add);
        return users;
    }

    /** The text with each mentioned user's own name, whatever the author wrote; null leaves it as it is. */
    static String named(String text, Function<UUID, String> nameOf) {
        return TOKEN.matcher(text).replaceAll(token -> {
            String name = nameOf.apply(user(token));
            return Matcher.quoteReplacement(name == null ? token.group() : token(name, user(token)));
        });
    }

    private static String token(String name, UUID user) {
        return "[@" + SPECIAL.matcher(name).replaceAll("\\\\$0") + "](" + SCHEME + user + ")";
    }

    /** The text with names only, for mails and the like. */
    static String readable(String text) {
        return TOKEN.matcher(text)
                .replaceAll(token -> Matcher.quoteReplacement(
                        "@" + ESCAPED.matcher(token.group(1)).replaceAll("$1")));
    }

    private static UUID user(MatchResult token) {
        return UUID.fromString(token.group(2));
    }
}
