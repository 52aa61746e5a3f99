package ee.sild.platform.http.export;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The texts of cells that a spreadsheet shows and does not run, whatever separator it splits the file at. */
final class CsvCells {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /**
     * Where a spreadsheet could read a formula: at the start of a cell, and after another separator than the file's. A
     * spreadsheet with that separator treats our quotes as part of the text.
     */
    private final Pattern formula;

    CsvCells(ExportSeparator separator) {
        String others = ",;|\t".replace(String.valueOf(separator.character()), "");
        formula = Pattern.compile("(?:^|[" + others + "\r\n])[\\s\"]*(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\t\r])");
    }

    /** Numbers and times as such; a text that a spreadsheet would run as a formula is escaped. */
    String text(Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case LocalDateTime time -> TIME.format(time);
            default -> formula.matcher(cell.toString()).replaceAll("$0'");
        };
    }
}
