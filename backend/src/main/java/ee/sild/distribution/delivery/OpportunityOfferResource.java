package ee.sild.distribution.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.distribution.matching.MatchFilter;
import ee.sild.distribution.matching.MatchesView;
import ee.sild.distribution.matching.Matching;
import ee.sild.distribution.offer.OfferView;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.opportunity.view.OpportunityViews;
import ee.sild.platform.Page;
import ee.sild.platform.http.HeavyRead;
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

    private final Offers offers;
    private final Matching matching;
    private final DistributeOpportunity distributeOpportunity;
    private final AnswerOffers answerOffers;
    private final Opportunities opportunities;
    private final OpportunityViews views;
    private final IfMatch ifMatch;
    private final CurrentUser user;

    OpportunityOfferResource(
            Offers offers,
            Matching matching,
            DistributeOpportunity distributeOpportunity,
            AnswerOffers answerOffers,
            Opportunities opportunities,
            OpportunityViews views,
            IfMatch ifMatch,
            CurrentUser user) {
        this.offers = offers;
        this.matching = matching;
        this.distributeOpportunity = distributeOpportunity;
        this.answerOffers = answerOffers;
        this.opportunities = opportunities;
        this.views = views;
        this.ifMatch = ifMatch;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/distribute")
    @ProblemCodes({"opportunity.transition", "collaboration.alone", "distribution.nobody", "distribution.no-rule"})
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
        return views.view(answerOffers.recallOpportunity(id, ifMatch.version()), user);
    }

    @GET
    @Path("/matches")
    @HeavyRead
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(operationId = "listMatches", summary = "Rank the partners for an opportunity", description = """
            Rules exclude partners, and the weighted mean of the scores ranks the others. Use other weights to try them \
            out; the ranking changes nothing.""")
    public MatchesView matches(UUID id, @Valid @BeanParam MatchFilter filter) {
        return matching.rank(opportunities.get(id, user).id(), filter.weights(), filter.method, filter.limit);
    }

    @POST
    @Path("/open-to-pool")
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "openOpportunityToPool",
            summary = "Open an opportunity to the pool",
            description = "All partners with its territory and competencies see it in the "
                    + "pool, except those that have declined it.")
    public OpportunityView openToPool(UUID id) {
        return views.view(distributeOpportunity.openToPool(id, ifMatch.version()), user);
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
        return views.view(distributeOpportunity.claim(id, ifMatch.version()), user);
    }

    @GET
    @Path("/distributions")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER})
    @Operation(
            operationId = "listOpportunityDistributions",
            summary = "List the offers of an opportunity, newest first",
            description = "A partner sees its own offers.")
    public Page<OfferView> list(UUID id) {
        return Page.whole(offers.of(opportunities.get(id, user).id(), user));
    }
}
