package ee.sild.notification.mail;

import java.io.UnsupportedEncodingException;
import java.util.Random;

import jakarta.mail.internet.MimeUtility;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Jakarta Mail decodes subjects to the original text, and no line can be read as another header. */
class SubjectLineTest {

    private static final String CHARACTERS =
            "aB9 õäöüÕšž=?_\"<>,;:—€ツ\u00A0\u200D🚀👩🇪🇪\n\r\t\0\u0085\u2028\u202E\uD83D";

    private static String read(String header) throws UnsupportedEncodingException {
        return MimeUtility.decodeText(MimeUtility.unfold(header));
    }

    @Test
    void any_text_becomes_one_line() throws Exception {
        var random = new Random(20_471);
        var characters = CHARACTERS.codePoints().toArray();
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(1, 250), 0, characters.length)
                    .forEach(which -> text.appendCodePoint(characters[which]));
            String header = SubjectLine.header(text.toString());
            assertThat(read(header))
                    .isEqualTo(SubjectLine.oneLine(text.toString()))
                    .doesNotContainPattern("[\\p{Cc}\\p{Cs}\u2028\u202E]");
            assertThat(("Subject: " + header).split("\r\n "))
                    .allSatisfy(line -> assertThat(line)
                            .matches("[ -~]*")
                            .satisfies(ascii -> assertThat(ascii.contains("=?") ? ascii.length() : 0)
                                    .isLessThanOrEqualTo(75)));
        }
    }

    /** A character is never split where a line is folded. */
    @ParameterizedTest
    @ValueSource(strings = {"🚀", "õ", "€", "👩‍👩‍👧‍👦"})
    void no_character_is_split_when_a_line_is_folded(String character) throws Exception {
        for (int before = 0; before < 120; before++) {
            String text = "a".repeat(before) + character.repeat(20);
            assertThat(read(SubjectLine.header(text))).isEqualTo(text);
            for (String word : SubjectLine.header(text).split("\r\n ")) {
                assertThat(read(word)).doesNotContain("\uFFFD", "?");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"New opportunity: 5 < 6 = \"yes\"?", ""})
    void plain_ascii_is_unchanged(String text) {
        assertThat(SubjectLine.header(text)).isEqualTo(text);
    }

    @Test
    void text_that_looks_encoded_is_preserved() throws Exception {
        assertThat(read(SubjectLine.header("=?UTF-8?Q?Other_words?="))).isEqualTo("=?UTF-8?Q?Other_words?=");
    }
}
