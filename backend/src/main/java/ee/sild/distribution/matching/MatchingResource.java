package ee.sild.distribution.matching;

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

import ee.sild.opportunity.Opportunities;
import ee.sild.platform.http.HeavyRead;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/opportunities/{id}/matches")
@Tag(name = "Distributions", description = "Offers of opportunities to partners")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
@ApiScope("distributions")
@Transactional
class MatchingResource {

    private final Matching matching;
    private final Opportunities opportunities;
    private final CurrentUser user;

    MatchingResource(Matching matching, Opportunities opportunities, CurrentUser user) {
        this.matching = matching;
        this.opportunities = opportunities;
        this.user = user;
    }

    @GET
    @HeavyRead
    @Operation(operationId = "listMatches", summary = "Rank the partners for an opportunity", description = """
            Rules exclude partners, and the weighted mean of the scores ranks the others. Use other weights to try them \
            out; the ranking changes nothing.""")
    public MatchesView matches(UUID id, @Valid @BeanParam MatchFilter filter) {
        return matching.rank(opportunities.get(id, user).id(), filter.weights(), filter.method, filter.limit);
    }
}
