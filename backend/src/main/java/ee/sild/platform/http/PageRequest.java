package ee.sild.platform.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import ee.sild.platform.http.csv.CsvWriter;

/** The page, size and order of a requested list. */
public class PageRequest {

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
    @Parameter(description = "The field to sort by; prefix it with `-` for descending order", example = "-updatedAt")
    String sort;

    @Context
    HttpHeaders headers;

    /** Whether the whole filtered list is requested, as a CSV export. */
    boolean wholeList() {
        return headers != null && CsvWriter.isAskedFor(headers.getAcceptableMediaTypes());
    }
}
