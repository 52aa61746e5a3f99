package ee.sild.platform.http.csv;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** The text of a cell that a spreadsheet shows and does not run. */
final class CsvCell {

    /**
     * Where a spreadsheet could read a formula: at the start of a cell, and after another separator than ours. A
     * spreadsheet with that separator treats our quotes as part of the text.
     */
    private static final Pattern FORMULA =
            Pattern.compile("(?:^|[;|\t\r\n])[\\s\"]*(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\t\r])");

    private CsvCell() {}

    static String text(JsonNode node) {
        if (node.isArray()) {
            return harmless(node.valueStream()
                    .map(one -> one.path("name").asText(one.asText()))
                    .collect(Collectors.joining("; ")));
        }
        return node.isNumber() ? node.decimalValue().toPlainString() : node.isNull() ? "" : harmless(node.asText());
    }

    /** Escapes text that a spreadsheet would run as a formula. */
    private static String harmless(String text) {
        return FORMULA.matcher(text).replaceAll("$0'");
    }
}
