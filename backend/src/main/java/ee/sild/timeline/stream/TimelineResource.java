package ee.sild.timeline.stream;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.opportunity.Opportunities;
import ee.sild.platform.Page;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/opportunities/{id}/timeline")
@Tag(name = "Timeline", description = "Notes and events of an opportunity")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("notes")
@Transactional(TxType.SUPPORTS)
class TimelineResource {

    private final Timeline timeline;
    private final Opportunities opportunities;
    private final CurrentUser user;

    TimelineResource(Timeline timeline, Opportunities opportunities, CurrentUser user) {
        this.timeline = timeline;
        this.opportunities = opportunities;
        this.user = user;
    }

    @GET
    @Operation(
            operationId = "getTimeline",
            summary = "List the timeline, newest first",
            description =
                    "Returns notes and events. Partners see only the time in which the opportunity " + "was theirs.")
    public Page<TimelineEntry> get(
            UUID id,
            @QueryParam("limit")
                    @DefaultValue("25")
                    @Min(1)
                    @Max(200)
                    @Parameter(description = "The number of items per page", example = "25")
                    int limit,
            @QueryParam("cursor") @Size(max = 200) @Parameter(description = "The `nextCursor` of the previous page")
                    String cursor) {
        return timeline.of(opportunities.get(id, user).id(), limit, cursor);
    }
}
