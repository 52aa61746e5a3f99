package ee.sild.registration.submission;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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

import ee.sild.opportunity.Opportunities;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistrationView;
import ee.sild.registration.DealRegistrationViews;
import ee.sild.registration.DealRegistrations;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/opportunities/{id}/deal-registration")
@Tag(
        name = "Deal registrations",
        description = "Deal registrations give partners exclusivity for the opportunities that they " + "bring")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("deal-registrations")
@Transactional
@Idempotent
class OpportunityRegistrationResource {

    private final DealRegistrations registrations;
    private final DealRegistrationViews views;
    private final RegisterDeal registerDeal;
    private final Opportunities opportunities;
    private final CurrentUser user;

    OpportunityRegistrationResource(
            DealRegistrations registrations,
            DealRegistrationViews views,
            RegisterDeal registerDeal,
            Opportunities opportunities,
            CurrentUser user) {
        this.registrations = registrations;
        this.views = views;
        this.registerDeal = registerDeal;
        this.opportunities = opportunities;
        this.user = user;
    }

    @GET
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "getOpportunityRegistration",
            summary = "Get the registration of an opportunity",
            description = "Returns the latest registration. Fails with 404 if nobody has requested " + "exclusivity.")
    public DealRegistrationView get(UUID id) {
        return registrations
                .latest(opportunities.get(id, user).id(), user)
                .map(views::view)
                .orElseThrow(NotFound::new);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = DealRegistrationView.class, responseCode = "201")
    @ProblemCodes({
        "opportunity.not-yours",
        "deal-registration.opportunity",
        "deal-registration.open",
        "deal-registration.protected"
    })
    @Operation(
            operationId = "registerDeal",
            summary = "Register an opportunity",
            description = "Fails if another partner has exclusivity, without saying which.")
    public DealRegistrationView register(UUID id, @NotNull @Valid RegisterDealRequest request) {
        return views.view(registerDeal.register(id, request.productLineIds(), request.comment()));
    }
}
