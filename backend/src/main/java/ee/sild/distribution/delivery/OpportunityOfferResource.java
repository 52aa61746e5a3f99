package ee.sild.distribution.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.distribution.offer.OfferList;
import ee.sild.distribution.offer.OfferView;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.opportunity.view.OpportunityViews;
import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
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
class OpportunityOfferResource {

    private final OfferList list;
    private final DistributeOpportunity distributeOpportunity;
    private final RecallOffers recallOffers;
    private final Opportunities opportunities;
    private final OpportunityViews views;
    private final IfMatch ifMatch;
    private final CurrentUser user;

    OpportunityOfferResource(
            OfferList list,
            DistributeOpportunity distributeOpportunity,
            RecallOffers recallOffers,
            Opportunities opportunities,
            OpportunityViews views,
            IfMatch ifMatch,
            CurrentUser user) {
        this.list = list;
        this.distributeOpportunity = distributeOpportunity;
        this.recallOffers = recallOffers;
        this.opportunities = opportunities;
        this.views = views;
        this.ifMatch = ifMatch;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/distribute")
    @ProblemCodes({
        "opportunity.transition",
        "collaboration.alone",
        "distribution.no-deadline",
        "distribution.nobody",
        "distribution.no-rule",
        "distribution.not-eligible",
        "customer.undecided"
    })
    @Operation(
            operationId = "distributeOpportunity",
            summary = "Distribute an opportunity",
            description = "Offers it to one partner, which must answer by the given time or "
                    + "that of its tier, or gives it to several partners, which "
                    + "collaborate. Depending on the method, matching selects the partner.")
    public OpportunityView distribute(UUID id, @NotNull @Valid DistributeOpportunityRequest request) {
        return views.view(distributeOpportunity.distribute(id, request, ifMatch.version()), user);
    }

    @POST
    @Path("/recall")
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "recallOpportunity",
            summary = "Recall the open offer of an opportunity",
            description = "Recalls the unanswered offer, or takes the opportunity out of the pool.")
    public OpportunityView recall(UUID id) {
        return views.view(recallOffers.recallOpportunity(id, ifMatch.version()), user);
    }

    @GET
    @Path("/distributions")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER})
    @Operation(
            operationId = "listOpportunityDistributions",
            summary = "List the offers of an opportunity, newest first",
            description = "A partner sees its own offers.")
    public Page<OfferView> list(UUID id) {
        return Page.whole(list.of(opportunities.get(id, user).id(), user));
    }
}
