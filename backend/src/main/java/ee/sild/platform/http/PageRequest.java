package ee.sild.platform.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The page, size and order of a requested list. */
public class PageRequest {

    /** The maximum number of rows of a CSV export. */
    static final int EVERYTHING = 100_000;

    @QueryParam("limit")
    @DefaultValue("25")
    @Min(1)
    @Max(200)
    @Parameter(description = "How many items a page has", example = "25")
    int limit;

    @QueryParam("cursor")
    @Size(max = 2000)
    @Parameter(description = "`nextCursor` of the page before")
    String cursor;

    @QueryParam("count")
    @DefaultValue("false")
    @Parameter(description = "Also count all items, in `total`")
    boolean count;

    @QueryParam("sort")
    @Size(max = 50)
    @Parameter(description = "Field to sort by, with a minus for descending", example = "-updatedAt")
    String sort;

    @Context
    HttpHeaders headers;

    int limit() {
        return wholeList() ? EVERYTHING : limit;
    }

    /** Whether the whole filtered list is requested, as a CSV export. */
    boolean wholeList() {
        return headers != null && CsvWriter.isAskedFor(headers.getAcceptableMediaTypes());
    }
}
