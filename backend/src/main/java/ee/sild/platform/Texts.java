package ee.sild.platform;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The rule for texts that users and clients send. Texts are in Unicode normalization form C. A text without a visible
 * character is no text. Characters that cannot be stored, or that make a text look like another one, are not allowed.
 */
public final class Texts {

    /** Line and paragraph separators of Unicode, vertical tab and form feed. */
    private static final Pattern BREAKS = Pattern.compile("\\r\\n|[\\r\\x0B\\f\\x85\\u2028\\u2029]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\x85\\p{Z}]+");

    /**
     * Characters without a width that text editors and web pages leave behind. Joiners are kept: scripts and emoji need
     * them.
     */
    private static final Pattern WITHOUT_WIDTH = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");

    /** Hangul fillers and the blank of Braille are letters and symbols, but nothing is seen of them. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{C}\\p{Z}\\s\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0\\x{FE00}-\\x{FE0F}]*");

    private static final String ALLOWED_CONTROLS = "\t\n\u000B\f\r\u0085";

    /** Embeddings, overrides and isolates of text that runs the other way. */
    private static final String CHANGES_DIRECTION = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private Texts() {}

    /** A text as one line: breaks and runs of spaces become one space; null if nothing is visible. */
    public static String oneLine(String text) {
        String plain = SPACES.matcher(text).replaceAll(" ");
        return visible(WITHOUT_WIDTH.matcher(plain).replaceAll("").strip());
    }

    /** A text of several lines, with {@code \n} as their end; null if nothing is visible. */
    public static String lines(String text) {
        return visible(BREAKS.matcher(text).replaceAll("\n"));
    }

    private static String visible(String text) {
        return INVISIBLE.matcher(text).matches() ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * The first character that a text must not contain: half of a surrogate pair, a control character other than tab
     * and line break, or one that changes the direction of what follows; -1 for none.
     */
    public static int forbidden(String text) {
        return text.codePoints().filter(Texts::isForbidden).findFirst().orElse(-1);
    }

    private static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE -> true;
            case Character.CONTROL -> ALLOWED_CONTROLS.indexOf(character) < 0;
            case Character.FORMAT -> CHANGES_DIRECTION.indexOf(character) >= 0;
            default -> false;
        };
    }
}
