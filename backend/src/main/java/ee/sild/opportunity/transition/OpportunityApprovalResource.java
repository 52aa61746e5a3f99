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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
class OpportunityApprovalResource {

    private final MoveOpportunity moveOpportunity;
    private final ApproveOpportunity approveOpportunity;
    private final IfMatch ifMatch;

    OpportunityApprovalResource(
            MoveOpportunity moveOpportunity, ApproveOpportunity approveOpportunity, IfMatch ifMatch) {
        this.moveOpportunity = moveOpportunity;
        this.approveOpportunity = approveOpportunity;
        this.ifMatch = ifMatch;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/approve")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes({"opportunity.transition", "distribution.not-eligible", "customer.undecided"})
    @Operation(
            operationId = "approveOpportunity",
            summary = "Approve a partner's opportunity",
            description =
                    "The partner that created the opportunity can now work on it. If another partner has exclusivity "
                            + "for the company, this needs a reason.")
    public OpportunityView approve(UUID id, @RequestBody(required = false) @Valid ApproveOpportunityRequest request) {
        return approveOpportunity.approve(id, request == null ? null : request.overrideReason(), ifMatch.version());
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
}
