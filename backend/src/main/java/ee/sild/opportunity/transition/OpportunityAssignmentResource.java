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
class OpportunityAssignmentResource {

    private final MoveOpportunity moveOpportunity;
    private final AssignOpportunity assignOpportunity;
    private final ReturnOpportunity returnOpportunity;
    private final IfMatch ifMatch;

    OpportunityAssignmentResource(
            MoveOpportunity moveOpportunity,
            AssignOpportunity assignOpportunity,
            ReturnOpportunity returnOpportunity,
            IfMatch ifMatch) {
        this.moveOpportunity = moveOpportunity;
        this.assignOpportunity = assignOpportunity;
        this.returnOpportunity = returnOpportunity;
        this.ifMatch = ifMatch;
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
        return assignOpportunity.assign(id, request.userId(), ifMatch.version());
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
        return returnOpportunity.giveBack(id, request, ifMatch.version());
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
}
