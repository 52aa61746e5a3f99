package ee.sild.platform;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a longer list. */
public record Page<T>(
        List<T> items,

        @Schema(description = "The `cursor` of the next page; null on the last page", nullable = true)
        String nextCursor,

        @Schema(description = "The number of all items; only returned with `count=true`", nullable = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Long total) {

    /** A complete list on a single page. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null, null);
    }
}
