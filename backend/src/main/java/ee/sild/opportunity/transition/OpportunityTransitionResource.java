package ee.sild.opportunity.transition;

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

import ee.sild.opportunity.view.OpportunityView;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/opportunities/{id}")
@Tag(name = "Opportunities", description = "Sales opportunities, from their creation until they are won or lost")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("opportunities")
@Transactional
@Idempotent
class OpportunityTransitionResource {

    private final MoveOpportunity moveOpportunity;
    private final IfMatch ifMatch;

    OpportunityTransitionResource(MoveOpportunity moveOpportunity, IfMatch ifMatch) {
        this.moveOpportunity = moveOpportunity;
        this.ifMatch = ifMatch;
    }

    @POST
    @Path("/approve")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "approveOpportunity",
            summary = "Approve a partner's opportunity",
            description = "The partner that created the opportunity can now work on it.")
    public OpportunityView approve(UUID id) {
        return moveOpportunity.execute(
                id,
                ifMatch.version(),
                (opportunity, by, now) -> opportunity.work().approve(by, now));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/reject")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "rejectOpportunity",
            summary = "Reject a partner's opportunity",
            description = "Cancels the opportunity. The partner sees the reason.")
    public OpportunityView reject(UUID id, @NotNull @Valid RejectOpportunityRequest request) {
        return moveOpportunity.execute(
                id,
                ifMatch.version(),
                (opportunity, by, now) -> opportunity.closing().reject(request.reason(), by, now));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/hold")
    @ProblemCodes({"opportunity.transition", "opportunity.not-yours", "opportunity.shared"})
    @Operation(
            operationId = "holdOpportunity",
            summary = "Put an opportunity on hold",
            description = "The partner keeps it and can resume at any time.")
    public OpportunityView hold(UUID id, @NotNull @Valid HoldOpportunityRequest request) {
        return moveOpportunity.execute(
                id,
                ifMatch.version(),
                (opportunity, by, now) -> opportunity.work().hold(request.reason(), by, now));
    }

    @POST
    @Path("/resume")
    @ProblemCodes({"opportunity.transition", "opportunity.not-yours", "opportunity.shared"})
    @Operation(
            operationId = "resumeOpportunity",
            summary = "Resume an opportunity",
            description = "The opportunity is accepted again, in the same phase.")
    public OpportunityView resume(UUID id) {
        return moveOpportunity.execute(
                id,
                ifMatch.version(),
                (opportunity, by, now) -> opportunity.work().resume(by, now));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/return")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @ProblemCodes({"opportunity.transition", "opportunity.not-yours", "opportunity.return-own"})
    @Operation(
            operationId = "returnOpportunity",
            summary = "Return an opportunity",
            description = "The vendor can offer it to another partner. If several partners "
                    + "collaborate, the caller's leaves and the others continue.")
    public OpportunityView giveBack(UUID id, @NotNull @Valid ReturnOpportunityRequest request) {
        return moveOpportunity.giveBack(id, request, ifMatch.version());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/take-back")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "takeBackOpportunity",
            summary = "Take back an opportunity",
            description = "Ends the partner's work. The vendor can offer it to another partner.")
    public OpportunityView takeBack(UUID id, @NotNull @Valid TakeBackOpportunityRequest request) {
        return moveOpportunity.execute(
                id,
                ifMatch.version(),
                (opportunity, by, now) -> opportunity.work().takeBack(request.reason(), by, now));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/cancel")
    @ProblemCodes({
        "opportunity.transition",
        "opportunity.not-yours",
        "opportunity.shared",
        "opportunity.cancel-distributed"
    })
    @Operation(
            operationId = "cancelOpportunity",
            summary = "Cancel an opportunity",
            description = "A partner can cancel opportunities that it created.")
    public OpportunityView cancel(UUID id, @NotNull @Valid CancelOpportunityRequest request) {
        return moveOpportunity.execute(
                id,
                ifMatch.version(),
                (opportunity, by, now) -> opportunity.closing().cancel(request.reason(), by, now));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/close")
    @ProblemCodes({"opportunity.transition", "opportunity.not-yours", "opportunity.shared", "opportunity.currency"})
    @Operation(
            operationId = "closeOpportunity",
            summary = "Close an opportunity",
            description = "Closes it as won, with the value, or as lost, with a reason. Staff can reopen it.")
    public OpportunityView close(UUID id, @NotNull @Valid CloseOpportunityRequest request) {
        return moveOpportunity.close(id, request, ifMatch.version());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/reopen")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "reopenOpportunity",
            summary = "Reopen an opportunity",
            description = "The partner that worked on it continues; without one, it is `NEW`.")
    public OpportunityView reopen(UUID id, @NotNull @Valid ReopenOpportunityRequest request) {
        return moveOpportunity.execute(
                id,
                ifMatch.version(),
                (opportunity, by, now) -> opportunity.closing().reopen(request.reason(), by, now));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/extend")
    @ProblemCodes({
        "opportunity.transition",
        "opportunity.not-yours",
        "opportunity.shared",
        "opportunity.extension-backwards"
    })
    @Operation(
            operationId = "extendOpportunity",
            summary = "Extend the due date",
            description = "A partner can extend it a limited number of times and days. "
                    + "Anything beyond becomes an `extensionRequest`, which the vendor "
                    + "decides on.")
    public OpportunityView extend(UUID id, @NotNull @Valid ExtendOpportunityRequest request) {
        return moveOpportunity.extend(id, request, ifMatch.version());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/decide-extension")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes({"opportunity.transition", "opportunity.no-extension-request", "opportunity.extension-backwards"})
    @Operation(
            operationId = "decideExtension",
            summary = "Grant or reject an extension",
            description = "Answers the `extensionRequest` with the requested date or another "
                    + "one. The partner is notified.")
    public OpportunityView decideExtension(UUID id, @NotNull @Valid DecideExtensionRequest request) {
        return moveOpportunity.decideExtension(id, request, ifMatch.version());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/assign")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER})
    @ProblemCodes({"opportunity.transition", "opportunity.not-yours"})
    @Operation(
            operationId = "assignOpportunity",
            summary = "Assign an opportunity",
            description = "Assigns it to a user of the partner. Sellers see only what is assigned to them.")
    public OpportunityView assign(UUID id, @NotNull @Valid AssignOpportunityRequest request) {
        return moveOpportunity.assign(id, request.userId(), ifMatch.version());
    }
}
