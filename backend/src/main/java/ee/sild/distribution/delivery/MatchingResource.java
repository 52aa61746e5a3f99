package ee.sild.distribution.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.distribution.matching.MatchFilter;
import ee.sild.distribution.matching.MatchesView;
import ee.sild.distribution.matching.Matching;
import ee.sild.distribution.matching.MatchingRunView;
import ee.sild.distribution.matching.MatchingRuns;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunities;
import ee.sild.platform.http.HeavyRead;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1")
@Tag(name = "Distributions", description = "Offers of opportunities to partners")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
@ApiScope("distributions")
@Transactional
class MatchingResource {

    private final Matching matching;
    private final MatchingRuns runs;
    private final Offers offers;
    private final Opportunities opportunities;
    private final CurrentUser user;

    MatchingResource(
            Matching matching, MatchingRuns runs, Offers offers, Opportunities opportunities, CurrentUser user) {
        this.matching = matching;
        this.runs = runs;
        this.offers = offers;
        this.opportunities = opportunities;
        this.user = user;
    }

    @GET
    @Path("/opportunities/{id}/matches")
    @HeavyRead
    @Operation(operationId = "listMatches", summary = "Rank the partners for an opportunity", description = """
            Rules exclude partners, and the weighted mean of the scores ranks the others. Use other weights to try them \
            out; the ranking changes nothing.""")
    public MatchesView matches(UUID id, @Valid @BeanParam MatchFilter filter) {
        return matching.rank(opportunities.get(id, user).id(), filter.weights(), filter.method, filter.limit);
    }

    @GET
    @Path("/distributions/{id}/matching-run")
    @Operation(
            operationId = "getMatchingRun",
            summary = "Get the matching behind an offer",
            description = "Returns the candidates at the time of the decision, with each rule "
                    + "and score. Fails with 404 if staff selected the partner.")
    public MatchingRunView why(UUID id) {
        return runs.view(offers.get(id, user).matchingRunId());
    }
}
