package ee.sild.registration.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistrationView;
import ee.sild.registration.DealRegistrationViews;
import ee.sild.registration.RegistrationFilter;
import ee.sild.registration.RegistrationList;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/deal-registrations")
@Tag(
        name = "Deal registrations",
        description = "Deal registrations give partners exclusivity for the opportunities that they " + "bring")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("deal-registrations")
@Transactional
@Idempotent
class DealRegistrationsResource {

    private final RegistrationList list;
    private final RegisterNewDeal registerNewDeal;
    private final DealRegistrationViews views;
    private final CurrentUser user;

    DealRegistrationsResource(
            RegistrationList list, RegisterNewDeal registerNewDeal, DealRegistrationViews views, CurrentUser user) {
        this.list = list;
        this.registerNewDeal = registerNewDeal;
        this.views = views;
        this.user = user;
    }

    @GET
    @Operation(
            operationId = "listRegistrations",
            summary = "List deal registrations",
            description = "Returns the registrations that the caller can see. Sort by `submittedAt`, "
                    + "`decideBy` or `exclusiveUntil`.")
    public Page<DealRegistrationView> list(
            @Valid @BeanParam RegistrationFilter filter, @Valid @BeanParam PageRequest page) {
        return views.view(list.search(filter, page, user));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = DealRegistrationView.class, responseCode = "201")
    @ProblemCodes({
        "opportunity.vendor-terms",
        "customer.managing-partner",
        "duplicate",
        "opportunity.currency",
        "deal-registration.protected"
    })
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "registerNewDeal",
            summary = "Create and register an opportunity",
            description = "Nothing is created if exclusivity cannot be requested.")
    public DealRegistrationView registerNew(@NotNull @Valid RegisterNewDealRequest request) {
        return views.view(registerNewDeal.register(request));
    }
}
