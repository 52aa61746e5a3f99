package ee.sild.platform.http.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ee.sild.platform.Money;
import ee.sild.platform.Ref;

import static org.assertj.core.api.Assertions.assertThat;

/** A CSV parser reads the original values, and no parser, whatever its separator, reads a formula. */
@Tag("slow")
class CsvTableTest {

    private static final String COLUMNS =
            "id,name,customer.id,customer.name,value.amount,value.currency,share,many,others,at,open";
    private static final UUID ID = new UUID(0, 1);

    record Row(
            UUID id,
            String name,
            Ref customer,
            Money value,
            Integer share,
            List<String> many,
            List<Ref> others,
            Instant at,
            boolean open,
            @JsonIgnore String hidden) {}

    private static Row named(String name, String... many) {
        return new Row(
                ID, name, new Ref(ID, name), null, null, List.of(many), List.of(new Ref(ID, name)), null, false, null);
    }

    private static String table(Row... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        var json = CsvTable.mapper(new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS));
        var table = new CsvTable(json.constructType(Row.class), json, out);
        List.of(rows).forEach(table::add);
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

    @Test
    void columns_depend_on_the_type_and_not_on_the_rows() throws IOException {
        assertThat(table()).isEqualTo(COLUMNS + "\n");
        assertThat(table(new Row(ID, null, null, null, null, null, null, null, false, "x")))
                .isEqualTo(COLUMNS + "\n" + ID + ",,,,,,,,,,false\n");
        assertThat(table(new Row(
                        ID,
                        "Õun",
                        new Ref(ID, "Saarte Kala AS"),
                        new Money(new BigDecimal("53000.00"), "EUR"),
                        40,
                        List.of("a", "b"),
                        List.of(new Ref(ID, "x"), new Ref(ID, "y")),
                        Instant.EPOCH,
                        true,
                        "x")))
                .isEqualTo(COLUMNS + "\n" + ID + ",Õun," + ID
                        + ",Saarte Kala AS,53000.00,EUR,40,a; b,x; y,1970-01-01T00:00:00Z,true\n");
    }

    @ParameterizedTest
    @CsvSource({
        "53000.00, 53000.00",
        "5.3E+4, 53000",
        "1E-8, 0.00000001",
        "0, 0",
        "9999999999999.99, 9999999999999.99",
        "1E+12, 1000000000000"
    })
    void numbers_are_plain_decimals(BigDecimal number, String plain) throws IOException {
        var row = new Row(ID, "x", null, new Money(number, "EUR"), null, null, null, null, false, null);
        assertThat(read(table(row), ',').get(1)[4]).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '!', textBlock = """
            =1+1!'=1+1
            x;=cmd|' /C calc'!x;'=cmd|' /C calc'
            x; "=1!x; "'=1
            "=1!"'=1
            -5 kraadi!'-5 kraadi
            +372 5555!'+372 5555
            x|@sum!x|'@sum
            a = b!a = b
            Kala-Äri!Kala-Äri
            Hind, -10% kuni maini!Hind, -10% kuni maini""")
    void a_formula_is_escaped_and_other_texts_are_unchanged(String text, String cell) throws IOException {
        assertThat(read(table(named(text)), ',').get(1)[1]).isEqualTo(cell);
    }

    @Test
    void no_separator_turns_a_cell_into_a_formula() throws IOException {
        var random = new Random(20_471);
        String alphabet = "=+-@;,|\t\r\n\"' ax＝";
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(1, 9), 0, alphabet.length())
                    .forEach(which -> text.append(alphabet.charAt(which)));
            String table = table(named(text.toString(), text.toString(), "x"));
            for (String[] row : read(table, ',')) {
                assertThat(row)
                        .as(text.toString())
                        .allSatisfy(CsvTableTest::isNoFormula)
                        .hasSize(11);
            }
            for (String separator : List.of(";", "\\|", "\t")) {
                assertThat(Arrays.asList(table.split("[\r\n]|" + separator)))
                        .as(text.toString())
                        .allSatisfy(CsvTableTest::isNoFormula);
            }
        }
    }

    /** Spreadsheets ignore leading quotes and spaces. */
    private static void isNoFormula(String cell) {
        assertThat(cell).doesNotMatch("(?s)[\\s\"]*[=+\\-@＝].*");
    }
}
