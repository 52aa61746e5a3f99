package ee.sild.platform.http.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import ee.sild.platform.Money;
import ee.sild.platform.Ref;

/** The columns of an exported list. They are the same for all readers and rows. */
public final class ExportColumns<T> {

    /** What the cells of a column contain, which decides how a spreadsheet shows them. */
    enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        AMOUNT,
        DAY,
        TIME,
        TERM,
        COUNTRY
    }

    /**
     * A column.
     *
     * @param heading the key of its heading below {@code export.column}
     * @param terms the key below which the texts of its terms are; null for other kinds
     */
    record Column<T>(String heading, Kind kind, String terms, Function<? super T, ?> value) {}

    private final String list;
    private final List<Column<T>> columns = new ArrayList<>();

    /**
     * Columns in the order in which they are added.
     *
     * @param list the key of the list's name below {@code export.list}, which is also the name of the file
     */
    public ExportColumns(String list) {
        this.list = list;
    }

    String list() {
        return list;
    }

    List<Column<T>> all() {
        return columns;
    }

    public ExportColumns<T> text(String heading, Function<? super T, String> value) {
        return add(heading, Kind.TEXT, null, value);
    }

    /** A text that can be several lines. */
    public ExportColumns<T> longText(String heading, Function<? super T, String> value) {
        return add(heading, Kind.LONG_TEXT, null, value);
    }

    /** The name of another resource; empty if there is none. */
    public ExportColumns<T> name(String heading, Function<? super T, Ref> value) {
        return text(heading, row -> nameOf(value.apply(row)));
    }

    /** The names of other resources in one cell. */
    public ExportColumns<T> names(String heading, Function<? super T, List<Ref>> value) {
        return texts(
                heading,
                row -> value.apply(row).stream().map(ExportColumns::nameOf).toList());
    }

    /** Several texts in one cell. */
    public ExportColumns<T> texts(String heading, Function<? super T, List<String>> value) {
        return text(heading, row -> String.join(", ", value.apply(row)));
    }

    public ExportColumns<T> number(String heading, Function<? super T, Number> value) {
        return add(heading, Kind.NUMBER, null, value);
    }

    /** An amount without its currency, which is a column of its own. */
    public ExportColumns<T> amount(String heading, Function<? super T, Money> value) {
        return add(heading, Kind.AMOUNT, null, row -> {
            Money money = value.apply(row);
            return money == null ? null : money.amount();
        });
    }

    public ExportColumns<T> day(String heading, Function<? super T, LocalDate> value) {
        return add(heading, Kind.DAY, null, value);
    }

    /** A time, shown in the vendor's time zone. */
    public ExportColumns<T> time(String heading, Function<? super T, Instant> value) {
        return add(heading, Kind.TIME, null, value);
    }

    /**
     * A code that readers see as a text.
     *
     * @param terms the key below which the texts are
     */
    public ExportColumns<T> term(String heading, String terms, Function<? super T, ?> value) {
        return add(heading, Kind.TERM, terms, value);
    }

    public ExportColumns<T> yesOrNo(String heading, Predicate<? super T> value) {
        return term(heading, "export.answer", row -> value.test(row) ? "yes" : "no");
    }

    /** A country by its code. */
    public ExportColumns<T> country(String heading, Function<? super T, String> value) {
        return add(heading, Kind.COUNTRY, null, value);
    }

    private ExportColumns<T> add(String heading, Kind kind, String terms, Function<? super T, ?> value) {
        columns.add(new Column<>(heading, kind, terms, value));
        return this;
    }

    private static String nameOf(Ref ref) {
        return ref == null ? null : ref.name();
    }
}
