package ee.sild.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void renders_the_subset() {
        assertThat(Markdown.html("*a* **b** `c`\n\n- one\n- two\n\n> quoted\n\n[link](https://sild.example)"))
                .contains("<em>a</em>", "<strong>b</strong>", "<code>c</code>", "<li>one</li>", "<blockquote>")
                .contains("<a ").contains("href=\"https://sild.example\"").contains("rel=\"noopener nofollow ugc\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
            "![x](https://spy.example/pixel.png)", "<a href=\"javascript:alert(1)\">x</a>", "[x](data:text/html,<script>1</script>)",
            "<svg/onload=alert(1)>", "`<script>`", "[x](JaVaScRiPt:alert(1))", "<style>*{display:none}</style>" })
    void lets_nothing_through_that_runs_or_phones_home(String text) {
        var html = Markdown.html(text);
        assertThat(html.toLowerCase(java.util.Locale.ROOT)).doesNotContain("<script", "<img", "<svg", "<style", "href=\"javascript", "href=\"data:", "<a href=\"javascript");
    }
}
