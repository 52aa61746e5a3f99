package ee.sild.platform.http.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import ee.sild.platform.http.export.ExportColumns.Kind;

/** A sheet in XLSX with real numbers, days and times, and headings that stay in view. */
final class XlsxTable implements Table {

    /** How many rows are in memory at the same time. */
    private static final int FLUSH = 500;

    private final List<Kind> kinds;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    XlsxTable(String name, List<String> headings, List<Kind> kinds, OutputStream out) throws IOException {
        this.kinds = kinds;
        this.workbook = new Workbook(out, "Sild", null);
        this.sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < kinds.size(); column++) {
            sheet.width(
                    column,
                    Math.max(width(kinds.get(column)), headings.get(column).length() + 2));
            sheet.inlineString(0, column, headings.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.setAutoFilter(0, 0, kinds.size() - 1);
        rows = 1;
    }

    @Override
    public void add(List<Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            set(column, cells.get(column));
        }
        rows++;
        if (rows % FLUSH == 0) {
            sheet.flush();
        }
    }

    private void set(int column, Object cell) {
        switch (cell) {
            case null -> {}
            case Number number -> sheet.value(rows, column, number);
            case LocalDate day -> sheet.value(rows, column, day);
            case LocalDateTime time -> sheet.value(rows, column, time);
            default -> sheet.inlineString(rows, column, cell.toString());
        }
        String format = cell == null ? null : format(kinds.get(column));
        if (format != null) {
            sheet.style(rows, column).format(format).set();
        }
    }

    private static String format(Kind kind) {
        return switch (kind) {
            case AMOUNT -> "#,##0.00##";
            case DAY -> "yyyy-mm-dd";
            case TIME -> "yyyy-mm-dd hh:mm";
            default -> null;
        };
    }

    /** In characters. */
    private static int width(Kind kind) {
        return switch (kind) {
            case LONG_TEXT -> 50;
            case TEXT -> 30;
            case TIME, TERM, COUNTRY -> 18;
            case NUMBER, AMOUNT, DAY -> 14;
        };
    }

    @Override
    public void end() throws IOException {
        workbook.finish();
    }
}
