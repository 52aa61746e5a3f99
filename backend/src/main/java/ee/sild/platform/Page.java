package ee.sild.platform;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a longer list, or all of it for an export.
 *
 * @param export reads the whole list as it is consumed, which must happen in a transaction; null for a page
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "The `cursor` of the next page; null on the last page", nullable = true)
        String nextCursor,

        @Schema(
                description = "The number of all items, at most 10000: a longer list has this total; "
                        + "only returned with `count=true`, and not for a search in too many items",
                nullable = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Long total,

        @Schema(hidden = true) @JsonIgnore Whole<T> export) {

    /** Counting stops here, so that it takes as long for a list of any length. */
    public static final int MOST_COUNTED = 10_000;

    public Page(List<T> items, String nextCursor, Long total) {
        this(items, nextCursor, total, null);
    }

    /**
     * A list of any length, for an export.
     *
     * @param rows reads the items as they are consumed
     * @param longer whether there are more items than a number
     */
    public static <T> Page<T> whole(Stream<T> rows, IntPredicate longer) {
        return new Page<>(List.of(), null, null, new Whole<>(rows, longer));
    }

    /** The items of a page; an export must not pass for an empty page. */
    @Override
    public List<T> items() {
        if (export != null) {
            throw new IllegalStateException("An export has no pages");
        }
        return items;
    }

    /** A complete list on a single page. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null, null);
    }
    /** The same page of what each item becomes. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(
                items.stream().<R>map(view).toList(),
                nextCursor,
                total,
                export == null ? null : new Whole<>(export.rows().map(view), export.longer()));
    }

    /** The items of the page, or all items of the export. */
    public Stream<T> stream() {
        return export == null ? items.stream() : export.rows();
    }

    /** Whether the export has more items than a number. */
    public boolean isLongerThan(int most) {
        return export.longer().test(most);
    }

    /** All items of a list. */
    record Whole<T>(Stream<T> rows, IntPredicate longer) {}
}
