package ee.sild.registration.submission;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.registration.DealRegistrationView;
import ee.sild.registration.DealRegistrationViews;

import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/deal-registrations")
@Tag(
        name = "Deal registrations",
        description = "Deal registrations give partners exclusivity for the opportunities that they " + "bring")
@RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("deal-registrations")
@Transactional
@Idempotent
class RegistrationSubmissionResource {

    private final RegisterNewDeal registerNewDeal;
    private final RegistrationSubmission submission;
    private final DealRegistrationViews views;
    private final IfMatch ifMatch;

    RegistrationSubmissionResource(
            RegisterNewDeal registerNewDeal,
            RegistrationSubmission submission,
            DealRegistrationViews views,
            IfMatch ifMatch) {
        this.registerNewDeal = registerNewDeal;
        this.submission = submission;
        this.views = views;
        this.ifMatch = ifMatch;
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
    @Operation(
            operationId = "registerNewDeal",
            summary = "Create and register an opportunity",
            description = "Creates an opportunity and requests exclusivity for it. Nothing is created if "
                    + "exclusivity cannot be requested.")
    public DealRegistrationView registerNew(@NotNull @Valid RegisterNewDealRequest request) {
        return views.view(registerNewDeal.register(request));
    }

    @POST
    @Path("/{id}/resubmit")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({
        "deal-registration.transition",
        "deal-registration.appealed",
        "deal-registration.opportunity",
        "deal-registration.protected",
        "duplicate"
    })
    @Operation(
            operationId = "resubmitRegistration",
            summary = "Resubmit a deal registration",
            description = "Responds to a request for information, or appeals once against a rejection.")
    public DealRegistrationView resubmit(UUID id, @NotNull @Valid ResubmitRegistrationRequest request) {
        return views.view(submission.resubmit(id, request.comment(), ifMatch.version()));
    }

    @POST
    @Path("/{id}/withdraw")
    @ProblemCodes("deal-registration.transition")
    @Operation(
            operationId = "withdrawRegistration",
            summary = "Withdraw a deal registration",
            description = "The registration is kept, and the partner can register the opportunity again.")
    public DealRegistrationView withdraw(UUID id) {
        return views.view(submission.withdraw(id, ifMatch.version()));
    }
}
