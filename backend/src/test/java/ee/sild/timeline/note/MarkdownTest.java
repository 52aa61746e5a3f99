package ee.sild.timeline.note;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class MarkdownTest {

    @Test
    void renders_the_supported_subset() {
        assertThat(Markdown.html("*a* **b** `c`\n\n- one\n- two\n\n> quoted\n\n[link](https://sild.example)"))
                .contains("<em>a</em>", "<strong>b</strong>", "<code>c</code>", "<li>one</li>", "<blockquote>")
                .contains("<a ")
                .contains("href=\"https://sild.example\"")
                .contains("rel=\"noopener nofollow ugc\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "![x](https://spy.example/pixel.png)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](data:text/html,<script>1</script>)",
                "<svg/onload=alert(1)>",
                "`<script>`",
                "[x](JaVaScRiPt:alert(1))",
                "<style>*{display:none}</style>"
            })
    void removes_scripts_and_remote_content(String text) {
        var html = Markdown.html(text);
        assertThat(html.toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "<script",
                        "<img",
                        "<svg",
                        "<style",
                        "href=\"javascript",
                        "href=\"data:",
                        "<a href=\"javascript");
    }

    @Test
    void lists_keep_their_numbers() {
        assertThat(Markdown.html("3. detsembril koosolek\n15. detsembril pakkumine\n8. jaanuaril leping"))
                .contains("value=\"3\">detsembril", "value=\"15\">detsembril", "value=\"8\">jaanuaril");
        assertThat(Markdown.html("> 2. a\n>    - 7. b\n> 9. c"))
                .contains("value=\"2\">a", "value=\"7\">b", "value=\"9\">c");
        assertThat(Markdown.html("1) a\n5) b")).contains("class=\"parenthesis\"", "value=\"5\">b");
        assertThat(Markdown.html("- a\n- b")).doesNotContain("value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "a [x *y*](JaVaScRiPt:alert(1)) b",
                "[x](data:text/html,1)",
                "![plan](https://spy.example/pixel.png)",
                "[x](/settings)",
                "[TODO]: helista",
                "[1]: javascript:x",
                "<javascript:alert(1)>",
                "ftp://files.example/x",
                "user:1",
                "[@Tiit](user:1)"
            })
    void what_is_not_a_link_stays_as_typed(String text) {
        assertThat(Markdown.html(text)).doesNotContain("<a ").doesNotContain("<span");
        assertThat(shown(Markdown.html(text))).isEqualTo(text);
    }

    private static String shown(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .strip();
    }

    @Test
    void addresses_become_links() {
        assertThat(Markdown.html("Vaata https://sild.example/a?b=1&c=2."))
                .contains("href=\"https://sild.example/a?b=1&amp;c=2\"", ">https://sild.example/a?b=1&amp;c=2</a>.");
        assertThat(Markdown.html("(www.sild.example)")).contains("href=\"http://www.sild.example\"", "</a>)");
        assertThat(Markdown.html("kai@sild.example")).contains("href=\"mailto:kai@sild.example\"");
        assertThat(Markdown.html("`https://sild.example`")).doesNotContain("<a ");
        assertThat(Markdown.html("https://sild.example"))
                .contains("rel=\"noopener nofollow ugc\"", "target=\"_blank\"");
    }

    @Test
    void mentions_are_marked() {
        String token = "[@Tiit \\[M\\] Mäe](user:0190b1c8-7e3a-7c21-9d5e-2f6b8a4c1d30)";
        assertThat(Markdown.html("Tere " + token + "!"))
                .isEqualTo("<p>Tere <span class=\"mention\">@Tiit [M] Mäe</span>!</p>\n");
        assertThat(MentionTokens.readable("Tere " + token + "!")).isEqualTo("Tere @Tiit [M] Mäe!");
        assertThat(MentionTokens.named(token, id -> "Kai *K*"))
                .isEqualTo("[@Kai \\*K\\*](user:0190b1c8-7e3a-7c21-9d5e-2f6b8a4c1d30)");
    }

    /** Texts of the maximum length of a note. */
    static Stream<String> longest() {
        var repeated = Stream.of(
                        ">",
                        "> ",
                        ">-",
                        "- ",
                        "* ",
                        "+ ",
                        "1. ",
                        "10) ",
                        "- > ",
                        "> 1. - ",
                        "*",
                        "_",
                        "*_",
                        "**a ",
                        "*a **a ",
                        "_a _a ",
                        "a**b",
                        "*a**b***c_d__e___",
                        "***a b _",
                        "[",
                        "]",
                        "[]",
                        "![",
                        "![[",
                        "[a](",
                        "[a](<b",
                        "[a](b \"",
                        "[ (](",
                        "[a][b]",
                        "[a]: b\n",
                        "[a]: <\n",
                        "[a\n",
                        "**[a](b)** ",
                        "*[",
                        "`",
                        "`a``",
                        "```\n",
                        "~~~\n",
                        "> ```\n",
                        "<",
                        "<a",
                        "<a b='",
                        "<!--",
                        "<![CDATA[",
                        "<?",
                        "<!A ",
                        "</",
                        "<http://a> ",
                        "<a@b.c>",
                        "&",
                        "&#",
                        "\\",
                        "\t-",
                        "-\n",
                        "- a\n\n",
                        "a  \n",
                        "\0",
                        "http://a.b ",
                        "http://",
                        "http://a.b/(",
                        "www.",
                        "a@b.c",
                        "a@",
                        "mailto:a@b.c,",
                        "[@a](user:",
                        "[@a](user:0190b1c8-7e3a-7c21-9d5e-2f6b8a4c1d30)",
                        "![a](b)",
                        "[a](ftp:b\n",
                        "1. a\n",
                        "> 1) a\n",
                        "\uD835\uDCB3",
                        ">".repeat(99) + "a\n\n")
                .map(part -> part.repeat(10_000 / part.length()));
        var nested = Stream.of("*a ", "**", "_", "*_", "[", "![", "**[", "> - ", "` ")
                .flatMap(part -> Stream.of(part, "](b)").map(end -> part.repeat(1_400) + "x" + end.repeat(1_400)));
        var stairs = new StringBuilder();
        for (int step = 0; stairs.length() < 9_700; step++) {
            stairs.append("  ".repeat(step)).append("- a\n");
        }
        var fences = new StringBuilder();
        for (int length = 1; fences.length() < 9_700; length++) {
            fences.append('e').append("`".repeat(length));
        }
        return Stream.of(
                        repeated,
                        nested,
                        Stream.of(
                                stairs.toString(), fences.toString(), ">".repeat(4_900) + "a\n" + "b\n".repeat(2_500)))
                .flatMap(texts -> texts);
    }

    @ParameterizedTest
    @MethodSource("longest")
    void limits_depth_length_and_time(String text) {
        var html = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Markdown.html(text));
        assertThat(html.length()).isLessThan(150_000);
        assertThat(depth(html)).isLessThan(50);
    }

    private static int depth(String html) {
        int deepest = 0;
        int depth = 0;
        var tags = Pattern.compile("<(/?)(?!br|img|hr)\\w+[^>]*>").matcher(html);
        while (tags.find()) {
            depth += tags.group(1).isEmpty() ? 1 : -1;
            deepest = Math.max(deepest, depth);
        }
        assertThat(depth).isZero();
        return deepest;
    }

    @Test
    void keeps_the_text_of_deep_nesting() {
        assertThat(Markdown.html(">".repeat(4_900) + " deep")
                        .replaceAll("<[^>]*>", "")
                        .strip())
                .isEqualTo("&gt;".repeat(4_880) + " deep");
        assertThat(Markdown.html("- ".repeat(4_900) + "deep").replaceAll("<[^>]*>|\\s", ""))
                .matches("-{4890}deep");
        assertThat(Markdown.html("- a\n  - b\n    - c\n      - d\n        - e\n          - f"))
                .contains("<li>f</li>");
    }

    @Test
    void shows_text_that_cannot_be_rendered_as_plain_text() {
        assertThat(Markdown.htmlOrPlain("*a* <b>\n\"c\"", text -> {
                    throw new StackOverflowError();
                }))
                .isEqualTo("<p>*a* &lt;b&gt;<br>\n&quot;c&quot;</p>\n");
    }
}
