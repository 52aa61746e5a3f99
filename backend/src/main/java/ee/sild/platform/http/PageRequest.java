package ee.sild.platform.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The page, size and order of a requested list. */
public class PageRequest {

    /** The description of the parameter {@code sort}. */
    public static final String SORT =
            "The field to sort by, one of those that the operation lists; prefix it with `-` " + "for descending order";

    @QueryParam("limit")
    @DefaultValue("25")
    @Min(1)
    @Max(200)
    @Parameter(description = "The number of items per page", example = "25")
    int limit;

    @QueryParam("cursor")
    @Size(max = 2000)
    @Parameter(description = "The `nextCursor` of the previous page")
    String cursor;

    @QueryParam("count")
    @DefaultValue("false")
    @Parameter(description = "Whether to return the number of all items in `total`, which is at most 10000")
    boolean count;

    @QueryParam("sort")
    @Size(max = 50)
    @Parameter(description = SORT)
    String sort;

    private boolean whole;

    /** The whole list, for an export. */
    public static PageRequest whole(String sort) {
        var request = new PageRequest();
        request.sort = sort;
        request.whole = true;
        return request;
    }

    boolean isWhole() {
        return whole;
    }
}
