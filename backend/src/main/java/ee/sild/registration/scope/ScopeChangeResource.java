package ee.sild.registration.scope;

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
import ee.sild.registration.review.RejectRegistrationRequest;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/deal-registrations/{id}")
@Tag(
        name = "Deal registrations",
        description = "Deal registrations give partners exclusivity for the opportunities that they bring")
@RolesAllowed({ADMIN, CHANNEL_MANAGER})
@ApiScope("deal-registrations")
@Transactional
@Idempotent
class ScopeChangeResource {

    private final ScopeChangeReview review;
    private final DealRegistrationViews views;
    private final IfMatch ifMatch;

    ScopeChangeResource(ScopeChangeReview review, DealRegistrationViews views, IfMatch ifMatch) {
        this.review = review;
        this.views = views;
        this.ifMatch = ifMatch;
    }

    @POST
    @Path("/approve-change")
    @ProblemCodes({
        "deal-registration.transition",
        "deal-registration.no-change",
        "deal-registration.own",
        "deal-registration.not-your-step",
        "deal-registration.taken"
    })
    @Operation(
            operationId = "approveRegistrationChange",
            summary = "Approve a changed scope",
            description = "The steps are those of the rule for the changed deal.")
    public DealRegistrationView approve(UUID id) {
        return views.view(review.approve(id, ifMatch.version()));
    }

    @POST
    @Path("/reject-change")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({
        "deal-registration.transition",
        "deal-registration.no-change",
        "deal-registration.own",
        "deal-registration.not-your-step"
    })
    @Operation(
            operationId = "rejectRegistrationChange",
            summary = "Reject a changed scope",
            description = "What was approved before still holds.")
    public DealRegistrationView reject(UUID id, @NotNull @Valid RejectRegistrationRequest request) {
        return views.view(review.reject(id, request, ifMatch.version()));
    }

    @POST
    @Path("/withdraw-change")
    @ProblemCodes({"deal-registration.transition", "deal-registration.no-change"})
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "withdrawRegistrationChange",
            summary = "Withdraw a changed scope",
            description = "What was approved before still holds.")
    public DealRegistrationView withdraw(UUID id) {
        return views.view(review.withdraw(id, ifMatch.version()));
    }
}
