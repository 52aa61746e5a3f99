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
@Tag(name = "Opportunities", description = "Chances to sell, from the first word to won or lost")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("opportunities")
@Transactional
@Idempotent
class OpportunityTransitionResource {

    private final MoveOpportunity moveOpportunity;

    OpportunityTransitionResource(MoveOpportunity moveOpportunity) {
        this.moveOpportunity = moveOpportunity;
    }

    @POST
    @Path("/approve")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "approveOpportunity",
            summary = "Let the partner work on what it brought",
            description = "What a partner brought in waits for this. The partner manages it from then on.")
    public OpportunityView approve(UUID id) {
        return moveOpportunity.execute(
                id, (opportunity, by, now) -> opportunity.work().approve(by, now));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/reject")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "rejectOpportunity",
            summary = "Refuse what a partner brought, with a reason",
            description = "What a partner brought in is not taken on. The partner reads the reason.")
    public OpportunityView reject(UUID id, @NotNull @Valid RejectOpportunityRequest request) {
        return moveOpportunity.execute(
                id, (opportunity, by, now) -> opportunity.closing().reject(request.reason(), by, now));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/hold")
    @ProblemCodes({"opportunity.transition", "opportunity.not-yours", "opportunity.shared"})
    @Operation(
            operationId = "holdOpportunity",
            summary = "Put it on hold",
            description = "The work rests. The partner keeps it, and it can go on at any time.")
    public OpportunityView hold(UUID id, @NotNull @Valid HoldOpportunityRequest request) {
        return moveOpportunity.execute(
                id, (opportunity, by, now) -> opportunity.work().hold(request.reason(), by, now));
    }

    @POST
    @Path("/resume")
    @ProblemCodes({"opportunity.transition", "opportunity.not-yours", "opportunity.shared"})
    @Operation(
            operationId = "resumeOpportunity",
            summary = "Go on with what was on hold",
            description = "It is accepted again, in its phase of before.")
    public OpportunityView resume(UUID id) {
        return moveOpportunity.execute(
                id, (opportunity, by, now) -> opportunity.work().resume(by, now));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/return")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @ProblemCodes({"opportunity.transition", "opportunity.not-yours", "opportunity.return-own"})
    @Operation(
            operationId = "returnOpportunity",
            summary = "Give it back to the vendor, with a reason",
            description = "The partner has accepted it but cannot go on. The vendor can offer it to "
                    + "somebody else. Of several partners one leaves, and the others go on.")
    public OpportunityView giveBack(UUID id, @NotNull @Valid ReturnOpportunityRequest request) {
        return moveOpportunity.giveBack(id, request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/take-back")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "takeBackOpportunity",
            summary = "Take it back from the partner, with a reason",
            description = "The vendor ends the work of the partner, and can offer it to somebody else.")
    public OpportunityView takeBack(UUID id, @NotNull @Valid TakeBackOpportunityRequest request) {
        return moveOpportunity.execute(
                id, (opportunity, by, now) -> opportunity.work().takeBack(request.reason(), by, now));
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
            summary = "Give it up, with a reason",
            description = "A partner may cancel what it brought itself.")
    public OpportunityView cancel(UUID id, @NotNull @Valid CancelOpportunityRequest request) {
        return moveOpportunity.execute(
                id, (opportunity, by, now) -> opportunity.closing().cancel(request.reason(), by, now));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/close")
    @ProblemCodes({"opportunity.transition", "opportunity.not-yours", "opportunity.shared", "opportunity.currency"})
    @Operation(
            operationId = "closeOpportunity",
            summary = "Close it as won or lost",
            description = "Won wants the sum, lost a reason from the list. Staff can reopen it.")
    public OpportunityView close(UUID id, @NotNull @Valid CloseOpportunityRequest request) {
        return moveOpportunity.close(id, request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/reopen")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "reopenOpportunity",
            summary = "Go on with what was closed",
            description = "It is accepted again by the partner that managed it, or new where nobody did.")
    public OpportunityView reopen(UUID id, @NotNull @Valid ReopenOpportunityRequest request) {
        return moveOpportunity.execute(
                id, (opportunity, by, now) -> opportunity.closing().reopen(request.reason(), by, now));
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
            summary = "Move the date by which it is to be closed",
            description = "A partner may do so a limited number of times, by a limited number of days. "
                    + "What goes further becomes an `extensionRequest` for the vendor to decide.")
    public OpportunityView extend(UUID id, @NotNull @Valid ExtendOpportunityRequest request) {
        return moveOpportunity.extend(id, request);
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
        return moveOpportunity.decideExtension(id, request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/assign")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER})
    @ProblemCodes({"opportunity.transition", "opportunity.not-yours"})
    @Operation(
            operationId = "assignOpportunity",
            summary = "Give it to a person of the managing partner",
            description = "Inside the partner: a seller sees only what is assigned to them.")
    public OpportunityView assign(UUID id, @NotNull @Valid AssignOpportunityRequest request) {
        return moveOpportunity.assign(id, request.userId());
    }
}
