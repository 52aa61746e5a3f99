package ee.sild.platform.http.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A CSV parser reads the original values, and no parser, whatever its separator, reads a formula. */
@Tag("slow")
class CsvTableTest {

    private static String table(ExportSeparator separator, Object... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new CsvTable(List.of("Number", "Name", "Open"), separator, out);
        if (cells.length > 0) {
            table.add(Arrays.asList(cells));
        }
        table.end();
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return text.substring(1);
    }

    private static List<String[]> read(String table, char separator) throws IOException {
        var csv = new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY);
        try (var rows = csv.readerFor(String[].class)
                .with(csv.schema().withColumnSeparator(separator))
                .<String[]>readValues(table)) {
            return rows.readAll();
        }
    }

    private static String cell(ExportSeparator separator, Object cell) throws IOException {
        return read(table(separator, cell, "x", "y"), separator.character()).get(1)[0];
    }

    @Test
    void an_empty_table_has_headings() throws IOException {
        assertThat(table(ExportSeparator.comma)).isEqualTo("Number,Name,Open\n");
        assertThat(table(ExportSeparator.semicolon)).isEqualTo("Number;Name;Open\n");
        assertThat(table(ExportSeparator.tab)).isEqualTo("Number\tName\tOpen\n");
    }

    @ParameterizedTest
    @CsvSource({
        "53000.00, 53000.00",
        "5.3E+4, 53000",
        "1E-8, 0.00000001",
        "0, 0",
        "-12.50, -12.50",
        "9999999999999.99, 9999999999999.99",
        "1E+12, 1000000000000"
    })
    void numbers_are_plain_decimals(BigDecimal number, String plain) throws IOException {
        for (var separator : ExportSeparator.values()) {
            assertThat(cell(separator, number)).isEqualTo(plain);
        }
    }

    @Test
    void days_and_times_are_in_the_order_of_iso() throws IOException {
        assertThat(table(
                        ExportSeparator.comma, LocalDate.of(2026, 11, 30), LocalDateTime.of(2026, 1, 2, 3, 4, 5), null))
                .isEqualTo("Number,Name,Open\n2026-11-30,2026-01-02 03:04:05,\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '!', textBlock = """
            comma!=1+1!'=1+1
            comma!x;=cmd|' /C calc'!x;'=cmd|' /C calc'
            comma!x; "=1!x; "'=1
            comma!"=1!"'=1
            comma!-5 kraadi!'-5 kraadi
            comma!+372 5555!'+372 5555
            comma!x|@sum!x|'@sum
            comma!a = b!a = b
            comma!Kala-Äri!Kala-Äri
            comma!Hind, -10% kuni maini!Hind, -10% kuni maini
            semicolon!=1+1!'=1+1
            semicolon!x,=cmd|' /C calc'!x,'=cmd|' /C calc'
            semicolon!Hind; -10% kuni maini!Hind; -10% kuni maini
            semicolon!Saaremaa, Hiiumaa!Saaremaa, Hiiumaa
            tab!=1+1!'=1+1
            tab!x,=1;=2!x,'=1;'=2""")
    void a_formula_is_escaped_and_other_texts_are_unchanged(ExportSeparator separator, String text, String cell)
            throws IOException {
        assertThat(cell(separator, text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @EnumSource
    void no_separator_turns_a_cell_into_a_formula(ExportSeparator separator) throws IOException {
        var random = new Random(20_471);
        String alphabet = "=+-@;,|\t\r\n\"' ax＝";
        var others = List.of(",", ";", "|", "\t").stream()
                .filter(one -> one.charAt(0) != separator.character())
                .map(Pattern::quote)
                .toList();
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(1, 9), 0, alphabet.length())
                    .forEach(which -> text.append(alphabet.charAt(which)));
            String table = table(separator, text.toString(), "a" + text, "x");
            for (String[] row : read(table, separator.character())) {
                assertThat(row)
                        .as(text.toString())
                        .allSatisfy(CsvTableTest::isNoFormula)
                        .hasSize(3);
            }
            for (String other : others) {
                assertThat(Arrays.asList(table.split("[\r\n]|" + other)))
                        .as(text.toString())
                        .allSatisfy(CsvTableTest::isNoFormula);
            }
        }
    }

    /** Spreadsheets ignore leading quotes and spaces. */
    private static void isNoFormula(String cell) {
        assertThat(cell).doesNotMatch("(?s)[\\s\"]*[=+\\-@＝].*");
    }

    @Test
    void the_default_separator_fits_the_language() {
        assertThat(ExportSeparator.of(Locale.of("et"))).isEqualTo(ExportSeparator.semicolon);
        assertThat(ExportSeparator.of(Locale.of("en"))).isEqualTo(ExportSeparator.comma);
    }
}
