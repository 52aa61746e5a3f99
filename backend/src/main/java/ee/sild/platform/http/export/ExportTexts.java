package ee.sild.platform.http.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import ee.sild.platform.http.export.ExportColumns.Column;
import ee.sild.platform.http.export.ExportColumns.Kind;
import ee.sild.platform.problem.Messages;

/** What an export shows to a reader: headings, terms and names in their language, times in the vendor's time zone. */
final class ExportTexts {

    private final Locale language;
    private final ZoneId zone;
    /** Many rows have the same few terms. */
    private final Map<String, String> terms = new HashMap<>();

    ExportTexts(Locale language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    Locale language() {
        return language;
    }

    /** The heading of a column; for times, with the time zone. */
    String heading(Column<?> column) {
        String heading = text("export.column." + column.heading());
        return column.kind() == Kind.TIME ? "%s (%s)".formatted(heading, zone) : heading;
    }

    /** The cell of a row: a text, a number, a day or a time without zone; null if it is empty. */
    <T> Object cell(Column<T> column, T row) {
        Object value = column.value().apply(row);
        if (value == null) {
            return null;
        }
        return switch (column.kind()) {
            case TEXT, LONG_TEXT -> value.equals("") ? null : value;
            case NUMBER, AMOUNT, DAY -> value;
            case TIME -> LocalDateTime.ofInstant((Instant) value, zone).truncatedTo(ChronoUnit.SECONDS);
            case TERM -> term(column.terms() + "." + value, value.toString());
            case COUNTRY ->
                terms.computeIfAbsent(
                        "country." + value, key -> Locale.of("", (String) value).getDisplayCountry(language));
        };
    }

    /** The name of a list. */
    String name(String list) {
        return text("export.list." + list);
    }

    /** The header that names the file, after the list and the day; clients that only know ASCII get another name. */
    String disposition(String list, ExportFormat format, Instant now) {
        String day = LocalDateTime.ofInstant(now, zone).toLocalDate().toString();
        String name = "%s %s.%s".formatted(name(list), day, format);
        return "attachment; filename=\"%s-%s.%s\"; filename*=UTF-8''%s"
                .formatted(
                        list,
                        day,
                        format,
                        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** A code without a text, such as one of a later version, is shown as it is. */
    private String term(String key, String code) {
        return terms.computeIfAbsent(key, other -> Messages.bundle(language).containsKey(key) ? text(key) : code);
    }

    private String text(String key) {
        return Messages.in(language, key);
    }
}
