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
class OpportunityClosingResource {

    private final MoveOpportunity moveOpportunity;
    private final CloseOpportunity closeOpportunity;
    private final ReopenOpportunity reopenOpportunity;
    private final IfMatch ifMatch;

    OpportunityClosingResource(
            MoveOpportunity moveOpportunity,
            CloseOpportunity closeOpportunity,
            ReopenOpportunity reopenOpportunity,
            IfMatch ifMatch) {
        this.moveOpportunity = moveOpportunity;
        this.closeOpportunity = closeOpportunity;
        this.reopenOpportunity = reopenOpportunity;
        this.ifMatch = ifMatch;
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
            description = "A partner can cancel opportunities that it created, also while they await approval.")
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
        return closeOpportunity.close(id, request, ifMatch.version());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/reopen")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes({"opportunity.transition", "distribution.not-eligible", "customer.undecided"})
    @Operation(
            operationId = "reopenOpportunity",
            summary = "Reopen an opportunity",
            description = "The partner that worked on it continues; without one, it is `NEW`.")
    public OpportunityView reopen(UUID id, @NotNull @Valid ReopenOpportunityRequest request) {
        return reopenOpportunity.reopen(id, request, ifMatch.version());
    }
}
