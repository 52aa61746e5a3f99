package ee.sild.registration.review;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.registration.DealRegistrationView;
import ee.sild.registration.DealRegistrationViews;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/deal-registrations/{id}")
@Tag(
        name = "Deal registrations",
        description = "Deal registrations give partners exclusivity for the opportunities that they bring")
@RolesAllowed({ADMIN, CHANNEL_MANAGER})
@ApiScope("deal-registrations")
@Transactional
@Idempotent
class RegistrationReviewResource {

    private final RegistrationReview review;
    private final DealRegistrationViews views;
    private final IfMatch ifMatch;

    RegistrationReviewResource(RegistrationReview review, DealRegistrationViews views, IfMatch ifMatch) {
        this.review = review;
        this.views = views;
        this.ifMatch = ifMatch;
    }

    @POST
    @Path("/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({
        "deal-registration.transition",
        "deal-registration.own",
        "deal-registration.not-your-step",
        "deal-registration.taken"
    })
    @Operation(
            operationId = "approveRegistration",
            summary = "Approve a deal registration",
            description = "Grants exclusivity. An opportunity that waits for approval is approved as well.")
    public DealRegistrationView approve(UUID id, @NotNull @Valid ApproveRegistrationRequest request) {
        return views.view(review.approve(id, request.exclusiveUntil(), ifMatch.version()));
    }

    @POST
    @Path("/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({"deal-registration.transition", "deal-registration.own", "deal-registration.not-your-step"})
    @Operation(
            operationId = "rejectRegistration",
            summary = "Reject a deal registration",
            description = "The reason is visible to the partner, which can appeal once.")
    public DealRegistrationView reject(UUID id, @NotNull @Valid RejectRegistrationRequest request) {
        return views.view(review.reject(id, request, ifMatch.version()));
    }

    @POST
    @Path("/request-information")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({"deal-registration.transition", "deal-registration.own", "deal-registration.not-your-step"})
    @Operation(
            operationId = "requestRegistrationInformation",
            summary = "Request information from the partner",
            description = "The registration waits until the partner responds.")
    public DealRegistrationView requestInformation(UUID id, @NotNull @Valid RequestInformationRequest request) {
        return views.view(review.requestInformation(id, request, ifMatch.version()));
    }

    @POST
    @Path("/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes("deal-registration.transition")
    @Operation(
            operationId = "revokeRegistration",
            summary = "Revoke a deal registration",
            description = "Ends the exclusivity at once. The reason is visible to the partner.")
    public DealRegistrationView revoke(UUID id, @NotNull @Valid RevokeRegistrationRequest request) {
        return views.view(review.revoke(id, request.reason(), ifMatch.version()));
    }
}
