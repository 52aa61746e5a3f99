package ee.sild.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

    @Test
    void one_line_has_single_spaces_and_no_breaks() {
        assertThat(Texts.oneLine("  A\u00A0\u2003B\r\nC\u2028D\t \u000BE ")).isEqualTo("A B C D E");
    }

    @Test
    void characters_without_width_are_removed_but_joiners_are_kept() {
        assertThat(Texts.oneLine("\uFEFFA\u200BB\u00ADC\u2060")).isEqualTo("ABC");
        assertThat(Texts.oneLine("\uD83D\uDC69\u200D\uD83D\uDCBB")).isEqualTo("\uD83D\uDC69\u200D\uD83D\uDCBB");
    }

    @Test
    void letters_are_composed() {
        assertThat(Texts.oneLine("O\u0303unaaed")).isEqualTo("\u00D5unaaed");
        assertThat(Texts.oneLine("one\u0085two")).isEqualTo("one two");
        assertThat(Texts.lines("u\u0308\n")).isEqualTo("\u00FC\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "\u200B",
                "\u2060\uFEFF",
                "\u3164",
                "\u115F\u1160",
                "\u2800",
                "\uFE0F",
                "\n\u2029",
                "\u200D"
            })
    void a_text_without_a_visible_character_is_none(String text) {
        assertThat(Texts.oneLine(text)).isNull();
        assertThat(Texts.lines(text)).isNull();
    }

    @Test
    void lines_keep_their_spaces_and_end_alike() {
        assertThat(Texts.lines("  a \r\n\tb\rc\u2028d\u000Be")).isEqualTo("  a \n\tb\nc\nd\ne");
    }

    @ParameterizedTest
    @CsvSource({
        "A\uD800B, D800",
        "A\uDC00, DC00",
        "'a\u0000', 0",
        "'\u0007', 7",
        "'\u001B[1m', 1B",
        "'\u0085', -1",
        "a\u202Eb, 202E",
        "\u2067x, 2067",
        "'\u009F', 9F",
        "a\tb, -1"
    })
    void characters_that_cannot_be_stored_or_deceive_are_found(String text, String character) {
        assertThat(Texts.forbidden(text)).isEqualTo(Integer.parseInt(character, 16));
    }
}
