package ee.sild.reference;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/calendars")
@Tag(name = "Reference data", description = "Tiers, calendars and the vendor's reference data")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("reference")
@Transactional
@Idempotent
class CalendarResource {

    private final ReferenceData referenceData;
    private final EntityManager database;
    private final MergePatch patches;
    private final IfMatch ifMatch;

    CalendarResource(ReferenceData referenceData, EntityManager database, MergePatch patches, IfMatch ifMatch) {
        this.referenceData = referenceData;
        this.database = database;
        this.patches = patches;
        this.ifMatch = ifMatch;
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCalendar",
            summary = "Get a calendar",
            description = "Returns the weekly business hours, the time zone and the holidays.")
    public CalendarView get(UUID id) {
        return found(id, LockModeType.NONE).view();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.TYPE)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "editCalendar",
            summary = "Update a calendar",
            description = "Applies to new offers. Pending offers keep their deadlines.")
    public CalendarView edit(
            UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditCalendarRequest.class)))
                    JsonNode patch) {
        var calendar = found(id, LockModeType.PESSIMISTIC_WRITE);
        ifMatch.required(calendar.version());
        var edited = patches.apply(patch, calendar.details());
        edited.check();
        calendar.edit(edited);
        referenceData.checkTiersOf(calendar);
        database.flush();
        return calendar.view();
    }

    private BusinessCalendar found(UUID id, LockModeType lock) {
        var calendar = database.find(BusinessCalendar.class, id, lock);
        if (calendar == null) {
            throw new NotFound();
        }
        return calendar;
    }
}
