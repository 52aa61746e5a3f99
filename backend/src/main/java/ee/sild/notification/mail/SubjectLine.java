package ee.sild.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.regex.Pattern;

/** Encodes any text as the subject header of a mail. */
final class SubjectLine {

    /**
     * Becomes 52 characters in base 64: "Subject: " and such an encoded word are shorter than the 76 of RFC 2047,
     * section 2.
     */
    private static final int BYTES_IN_A_WORD = 39;

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern DIRECTION_CONTROLS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern LONE_SURROGATES = Pattern.compile("\\p{Cs}");
    private static final Pattern AS_IT_IS = Pattern.compile("(?!.*=\\?)[ -~]*");

    private SubjectLine() {}

    /**
     * Removes what does not belong on a single line: line breaks, control characters, and marks that change the reading
     * direction.
     */
    static String oneLine(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ").strip();
        return LONE_SURROGATES
                .matcher(DIRECTION_CONTROLS.matcher(line).replaceAll(""))
                .replaceAll("\uFFFD");
    }

    /**
     * The header value: plain ASCII as it is, anything else as encoded words of RFC 2047 that never split a character.
     */
    static String header(String subject) {
        String line = oneLine(subject);
        if (AS_IT_IS.matcher(line).matches()) {
            return line;
        }
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        line.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (bytes(word + character).length > BYTES_IN_A_WORD) {
                words.add(encoded(word));
                word.setLength(0);
            }
            word.append(character);
        });
        words.add(encoded(word));
        return String.join("\r\n ", words);
    }

    private static String encoded(CharSequence word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(word.toString())) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
