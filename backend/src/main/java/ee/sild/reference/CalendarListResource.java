package ee.sild.reference;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.NameOrder;
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
class CalendarListResource {

    private final ReferenceData referenceData;
    private final EntityManager database;

    CalendarListResource(ReferenceData referenceData, EntityManager database) {
        this.referenceData = referenceData;
        this.database = database;
    }

    @GET
    @Operation(
            operationId = "listCalendars",
            summary = "List calendars, by name",
            description =
                    "The answer time of a tier with a calendar elapses only during the calendar's " + "business hours.")
    public Page<CalendarView> list() {
        return Page.whole(
                database.createQuery("from BusinessCalendar order by " + NameOrder.hql("name"), BusinessCalendar.class)
                        .getResultStream()
                        .map(BusinessCalendar::view)
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ResponseStatus(201)
    @APIResponseSchema(value = CalendarView.class, responseCode = "201")
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "createCalendar",
            summary = "Create a calendar",
            description = "The calendar has no effect until a tier refers to it.")
    public CalendarView create(@NotNull @Valid EditCalendarRequest request) {
        return referenceData.createCalendar(request);
    }
}
