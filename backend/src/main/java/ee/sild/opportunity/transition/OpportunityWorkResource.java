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
class OpportunityWorkResource {

    private final MoveOpportunity moveOpportunity;
    private final ExtendOpportunity extendOpportunity;
    private final IfMatch ifMatch;

    OpportunityWorkResource(MoveOpportunity moveOpportunity, ExtendOpportunity extendOpportunity, IfMatch ifMatch) {
        this.moveOpportunity = moveOpportunity;
        this.extendOpportunity = extendOpportunity;
        this.ifMatch = ifMatch;
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
                    + "Anything beyond becomes an `extensionRequest`, which the vendor decides on.")
    public OpportunityView extend(UUID id, @NotNull @Valid ExtendOpportunityRequest request) {
        return extendOpportunity.extend(id, request, ifMatch.version());
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
        return extendOpportunity.decideExtension(id, request, ifMatch.version());
    }
}
