package ee.sild.platform.http.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.platform.http.export.ExportColumns.Column;
import ee.sild.platform.http.export.ExportColumns.Kind;
import ee.sild.platform.problem.Messages;

import static org.assertj.core.api.Assertions.assertThat;

/** What exports show in each language. */
class ExportTextsTest {

    private static final Path APP = Path.of("../frontend/src/i18n");

    private static ExportTexts texts(String language) {
        return new ExportTexts(Locale.of(language), ZoneId.of("Europe/Tallinn"));
    }

    private static Object cell(String language, Kind kind, String terms, Object value) {
        return texts(language).cell(new Column<Object>("status", kind, terms, row -> value), "row");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "et"})
    void terms_are_called_as_in_the_web_app(String language) throws IOException {
        JsonNode app = new ObjectMapper().readTree(Files.readString(APP.resolve(language + ".json")));
        for (String terms : new String[] {
            "status", "phase", "alert", "source", "partnerStatus", "offer", "registration.status", "reason"
        }) {
            Map<String, String> expected = new TreeMap<>();
            app.at("/" + terms.replace('.', '/'))
                    .properties()
                    .forEach(one -> expected.put(one.getKey(), one.getValue().asText()));
            Map<String, Object> shown = new TreeMap<>();
            expected.keySet().forEach(code -> shown.put(code, cell(language, Kind.TERM, terms, code)));
            assertThat(expected).as(terms).isNotEmpty();
            assertThat(shown).as(terms).isEqualTo(expected);
            assertThat(Messages.bundle(Locale.of(language)).keySet().stream()
                            .filter(key -> key.startsWith(terms + "."))
                            .map(key -> key.substring(terms.length() + 1)))
                    .as(terms)
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
        }
    }

    @Test
    void a_code_without_a_text_is_shown_as_it_is() {
        assertThat(cell("et", Kind.TERM, "status", "FUTURE")).isEqualTo("FUTURE");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-29T22:30:15.9Z, 2026-11-30T00:30:15", "2026-06-30T20:59:00Z, 2026-06-30T23:59:00"})
    void times_are_in_the_vendors_time_zone_which_the_heading_names(Instant time, LocalDateTime shown) {
        assertThat(cell("en", Kind.TIME, null, time)).isEqualTo(shown);
        assertThat(texts("en").heading(new Column<>("updatedAt", Kind.TIME, null, row -> row)))
                .isEqualTo("Changed (Europe/Tallinn)");
        assertThat(texts("et").heading(new Column<>("dueOn", Kind.DAY, null, row -> row)))
                .isEqualTo("Tähtaeg");
    }

    @Test
    void countries_have_names() {
        assertThat(cell("et", Kind.COUNTRY, null, "DE")).isEqualTo("Saksamaa");
        assertThat(cell("en", Kind.COUNTRY, null, "DE")).isEqualTo("Germany");
    }

    @Test
    void an_empty_value_is_an_empty_cell() {
        assertThat(cell("en", Kind.TEXT, null, "")).isNull();
        assertThat(cell("en", Kind.TERM, "phase", null)).isNull();
    }

    @Test
    void a_file_is_named_after_its_list_and_the_day() {
        assertThat(texts("et").disposition("opportunities", ExportFormat.xlsx, Instant.parse("2026-11-29T22:30:00Z")))
                .isEqualTo("attachment; filename=\"opportunities-2026-11-30.xlsx\"; "
                        + "filename*=UTF-8''M%C3%BC%C3%BCgiv%C3%B5imalused%202026-11-30.xlsx");
    }
}
