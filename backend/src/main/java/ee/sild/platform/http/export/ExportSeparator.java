package ee.sild.platform.http.export;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** What separates the columns of a CSV file. */
public enum ExportSeparator {
    comma(','),
    semicolon(';'),
    tab('\t');

    private final char character;

    ExportSeparator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    /** The separator that spreadsheets expect: where the comma is the decimal separator, the semicolon. */
    static ExportSeparator of(Locale language) {
        return DecimalFormatSymbols.getInstance(language).getDecimalSeparator() == ',' ? semicolon : comma;
    }
}
