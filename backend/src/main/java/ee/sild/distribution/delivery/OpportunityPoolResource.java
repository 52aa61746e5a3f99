package ee.sild.distribution.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.opportunity.view.OpportunityView;
import ee.sild.opportunity.view.OpportunityViews;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/opportunities/{id}")
@Tag(name = "Distributions", description = "Offers of opportunities to partners")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
@ApiScope("distributions")
@Transactional
@Idempotent
class OpportunityPoolResource {

    private final OpportunityPool pool;
    private final OpportunityViews views;
    private final IfMatch ifMatch;
    private final CurrentUser user;

    OpportunityPoolResource(OpportunityPool pool, OpportunityViews views, IfMatch ifMatch, CurrentUser user) {
        this.pool = pool;
        this.views = views;
        this.ifMatch = ifMatch;
        this.user = user;
    }

    @POST
    @Path("/open-to-pool")
    @ProblemCodes({"opportunity.transition", "customer.undecided"})
    @Operation(
            operationId = "openOpportunityToPool",
            summary = "Open an opportunity to the pool",
            description = "All eligible partners see it in the pool.")
    public OpportunityView openToPool(UUID id) {
        return views.view(pool.openToPool(id, ifMatch.version()), user);
    }

    @POST
    @Path("/claim")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER})
    @ProblemCodes({"pool.taken", "partner.full"})
    @Operation(
            operationId = "claimOpportunity",
            summary = "Claim an opportunity from the pool",
            description = "If several partners claim it at the same time, exactly one gets it.")
    public OpportunityView claim(UUID id) {
        return views.view(pool.claim(id, ifMatch.version()), user);
    }
}
