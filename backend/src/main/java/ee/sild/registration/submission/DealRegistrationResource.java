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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
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
@Path("/api/v1/deal-registrations/{id}")
@Tag(
        name = "Deal registrations",
        description = "Deal registrations give partners exclusivity for the opportunities that they " + "bring")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("deal-registrations")
@Transactional
@Idempotent
class DealRegistrationResource {

    private final DealRegistrations registrations;
    private final RegistrationSubmission submission;
    private final DealRegistrationViews views;
    private final CurrentUser user;
    private final IfMatch ifMatch;

    DealRegistrationResource(
            DealRegistrations registrations,
            RegistrationSubmission submission,
            DealRegistrationViews views,
            CurrentUser user,
            IfMatch ifMatch) {
        this.registrations = registrations;
        this.submission = submission;
        this.views = views;
        this.user = user;
        this.ifMatch = ifMatch;
    }

    @GET
    @Operation(
            operationId = "getRegistration",
            summary = "Get a deal registration",
            description = "Returns the request, the time by which it is decided, and the decision.")
    public DealRegistrationView get(UUID id) {
        return views.view(registrations.get(id, user));
    }

    @POST
    @Path("/resubmit")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({
        "deal-registration.transition",
        "deal-registration.appealed",
        "deal-registration.opportunity",
        "deal-registration.protected",
        "duplicate"
    })
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "resubmitRegistration",
            summary = "Resubmit a deal registration",
            description = "Responds to a request for information, or appeals once against a rejection.")
    public DealRegistrationView resubmit(UUID id, @NotNull @Valid ResubmitRegistrationRequest request) {
        return views.view(submission.resubmit(id, request.comment(), ifMatch.version()));
    }

    @POST
    @Path("/withdraw")
    @ProblemCodes("deal-registration.transition")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "withdrawRegistration",
            summary = "Withdraw a deal registration",
            description = "The partner can register the opportunity again.")
    public DealRegistrationView withdraw(UUID id) {
        return views.view(submission.withdraw(id, ifMatch.version()));
    }
}
