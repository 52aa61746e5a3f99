package ee.sild.platform.http.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

import ee.sild.platform.http.export.ExportColumns.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** A spreadsheet reads texts, numbers, days and times as such. */
class XlsxTableTest {

    private static final List<String> HEADINGS = List.of("Name", "Value", "Share", "Due", "Changed");
    private static final List<Kind> KINDS = List.of(Kind.TEXT, Kind.AMOUNT, Kind.NUMBER, Kind.DAY, Kind.TIME);

    private static byte[] file(Object[]... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new XlsxTable("Müügivõimalused", HEADINGS, KINDS, out);
        for (Object[] row : rows) {
            table.add(Arrays.asList(row));
        }
        table.end();
        return out.toByteArray();
    }

    private static List<Row> read(byte[] file) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("Müügivõimalused");
            return workbook.getFirstSheet().read();
        }
    }

    private static String sheet(byte[] file) throws IOException {
        Path stored = Files.write(Files.createTempFile("sheet", ".xlsx"), file);
        try (var zip = new ZipFile(stored.toFile());
                var in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(stored);
        }
    }

    @Test
    void values_have_types() throws IOException {
        var row = read(file(new Object[] {
                    "Õun",
                    new BigDecimal("53000.00"),
                    40,
                    LocalDate.of(2026, 11, 30),
                    LocalDateTime.of(2026, 1, 2, 3, 4, 5)
                }))
                .get(1);
        assertThat(row.getCellAsString(0)).contains("Õun");
        assertThat(row.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("53000");
        assertThat(row.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("40");
        assertThat(row.getCellAsDate(3)).contains(LocalDate.of(2026, 11, 30).atStartOfDay());
        assertThat(row.getCellAsDate(4)).contains(LocalDateTime.of(2026, 1, 2, 3, 4, 5));
    }

    @Test
    void large_and_negative_amounts_are_exact() throws IOException {
        var rows = read(file(
                new Object[] {"a", new BigDecimal("999999999999.99"), null, null, null},
                new Object[] {"b", new BigDecimal("-0.5"), null, null, null}));
        assertThat(rows.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("999999999999.99");
        assertThat(rows.get(2).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("-0.5");
    }

    @Test
    void a_text_is_never_a_formula() throws IOException {
        for (String text : List.of("=1+1", "+1", "-1", "@sum", "\t=1", "<b>&amp;", "53000.00")) {
            Cell cell = read(file(new Object[] {text, null, null, null, null}))
                    .get(1)
                    .getCell(0);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getText()).isEqualTo(text);
        }
    }

    @Test
    void headings_stay_in_view() throws IOException {
        byte[] empty = file();
        assertThat(read(empty)).hasSize(1);
        assertThat(read(empty).getFirst().stream().map(Cell::getText)).containsExactlyElementsOf(HEADINGS);
        assertThat(sheet(empty)).containsPattern("<pane [^>]*ySplit=\"1\"[^>]*state=\"frozen\"");
    }

    @Test
    void all_rows_of_a_long_table_are_written() throws IOException {
        Object[][] rows = new Object[3_001][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {"row " + i, null, i, null, null};
        }
        var read = read(file(rows));
        assertThat(read).hasSize(3_002);
        assertThat(read.getLast().getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("3000");
    }
}
