package ee.sild.audit;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Filters the events of the audit log. */
public class AuditFilter {

    @QueryParam("kind")
    AuditEventView.Kind kind;

    @QueryParam("actorId")
    UUID actorId;

    @QueryParam("thing")
    @Size(max = 100)
    @Parameter(description = "The name of a table, as in `thing` of the response")
    String thing;

    @QueryParam("thingId")
    @Size(max = 200)
    String thingId;

    @QueryParam("limit")
    @DefaultValue("25")
    @Min(1)
    @Max(200)
    @Parameter(description = "The number of items per page", example = "25")
    int limit;

    @QueryParam("cursor")
    @Size(max = 100)
    @Parameter(description = "The `nextCursor` of the previous page")
    String cursor;
}
