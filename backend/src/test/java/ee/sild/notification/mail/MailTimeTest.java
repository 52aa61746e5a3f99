package ee.sild.notification.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Times in mails are in the reader's order, in the zone of the answer time, and name it. */
class MailTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-03T12:05:00Z | Europe/Tallinn   | en | 3 December 2026, 14:05 (Eastern European Standard Time)",
                "2026-07-03T22:05:00Z | Europe/Tallinn   | en | 4 July 2026, 01:05 (Eastern European Summer Time)",
                "2026-12-03T12:05:00Z | America/New_York | en | 3 December 2026, 07:05 (Eastern Standard Time)",
                "2026-12-03T12:05:00Z | UTC              | en | 3 December 2026, 12:05 (Coordinated Universal Time)",
                "2026-12-03T12:05:00Z | Europe/Tallinn   | et | 3. detsember 2026 14:05 (Ida-Euroopa standardaeg)"
            })
    void a_deadline_names_its_zone(String at, String zone, String language, String text) {
        assertThat(MailRenderer.time(Instant.parse(at), ZoneId.of(zone), Locale.forLanguageTag(language)))
                .isEqualTo(text);
    }
}
