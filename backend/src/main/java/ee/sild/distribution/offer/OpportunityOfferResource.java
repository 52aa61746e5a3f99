package ee.sild.distribution.offer;

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
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.opportunity.view.OpportunityViews;
import ee.sild.platform.Page;
import ee.sild.platform.http.HeavyRead;
import ee.sild.platform.http.Idempotent;
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
    private final AnswerOffers answerOffers;
    private final Opportunities opportunities;
    private final OpportunityViews views;
    private final CurrentUser user;

    OpportunityOfferResource(
            Offers offers,
            Matching matching,
            AnswerOffers answerOffers,
            Opportunities opportunities,
            OpportunityViews views,
            CurrentUser user) {
        this.offers = offers;
        this.matching = matching;
        this.answerOffers = answerOffers;
        this.opportunities = opportunities;
        this.views = views;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/distribute")
    @ProblemCodes({"opportunity.transition", "collaboration.alone", "distribution.nobody", "distribution.no-rule"})
    @Operation(
            operationId = "distributeOpportunity",
            summary = "Offer it to a partner, or give it to several",
            description = "The partner has to answer in time: by its tier, or as the request says. Several "
                    + "work on it together, at once or once they accept. Matching finds the partner, "
                    + "where the method says so.")
    public OpportunityView distribute(UUID id, @NotNull @Valid DistributeOpportunityRequest request) {
        return views.view(answerOffers.distribute(id, request), user);
    }

    @POST
    @Path("/recall")
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "recallOpportunity",
            summary = "Take back whatever offer is not answered yet",
            description = "The same as recalling the offer itself, for those who look at the opportunity.")
    public OpportunityView recall(UUID id) {
        return views.view(answerOffers.recallOpportunity(id), user);
    }

    @GET
    @Path("/matches")
    @HeavyRead
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(operationId = "listMatches", summary = "The partners as candidates for it, explained", description = """
            Rules keep partners out, weighted scores rank the others: the total is the weighted mean of the scores. \
            Other weights than the usual ones may be
            tried here; nothing is decided by it.""")
    public MatchesView matches(UUID id, @Valid @BeanParam MatchFilter filter) {
        return matching.rank(opportunities.get(id, user).id(), filter.weights(), filter.method, filter.limit);
    }

    @POST
    @Path("/open-to-pool")
    @ProblemCodes("opportunity.transition")
    @Operation(
            operationId = "openOpportunityToPool",
            summary = "Let the first partner that fits take it",
            description = "All partners that work in its territory and have the competencies see it in the "
                    + "pool, but for those that have declined it.")
    public OpportunityView openToPool(UUID id) {
        return views.view(answerOffers.pool(id), user);
    }

    @POST
    @Path("/claim")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER})
    @ProblemCodes({"pool.taken", "partner.full"})
    @Operation(
            operationId = "claimOpportunity",
            summary = "Take it out of the pool",
            description = "Of any number of partners that reach for it at once, exactly one gets it.")
    public OpportunityView claim(UUID id) {
        return views.view(answerOffers.claim(id), user);
    }

    @GET
    @Path("/distributions")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER})
    @Operation(
            operationId = "listOpportunityDistributions",
            summary = "The offers of one opportunity, the newest first",
            description = "A partner sees those made to itself.")
    public Page<OfferView> list(UUID id) {
        return Page.whole(offers.of(opportunities.get(id, user).id(), user));
    }
}
