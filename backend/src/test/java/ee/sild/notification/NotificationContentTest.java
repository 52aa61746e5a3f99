package ee.sild.notification;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationContentTest {

    /** An excerpt of a note is not cut in the middle of a character either. */
    @Test
    void an_excerpt_ends_with_a_complete_character() {
        assertThat(NotificationContent.excerpt("a".repeat(198) + "👩‍👩‍👧‍👦b"))
                .isEqualTo("a".repeat(198) + "…");
        assertThat(NotificationContent.excerpt("a".repeat(198) + "🚀bc")).isEqualTo("a".repeat(198) + "…");
        assertThat(NotificationContent.excerpt("a".repeat(197) + "🚀bc")).isEqualTo("a".repeat(197) + "🚀…");
        assertThat(NotificationContent.excerpt("a".repeat(200))).hasSize(200);
    }
}
