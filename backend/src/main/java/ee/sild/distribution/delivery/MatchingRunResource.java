package ee.sild.distribution.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.distribution.matching.MatchingRunView;
import ee.sild.distribution.matching.MatchingRuns;
import ee.sild.distribution.offer.Offers;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/distributions/{id}/matching-run")
@Tag(name = "Distributions", description = "Offers of opportunities to partners")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
@ApiScope("distributions")
@Transactional
class MatchingRunResource {

    private final MatchingRuns runs;
    private final Offers offers;
    private final CurrentUser user;

    MatchingRunResource(MatchingRuns runs, Offers offers, CurrentUser user) {
        this.runs = runs;
        this.offers = offers;
        this.user = user;
    }

    @GET
    @Operation(
            operationId = "getMatchingRun",
            summary = "Get the matching behind an offer",
            description = "Returns the candidates at the time of the decision, with each rule "
                    + "and score. Fails with 404 if staff selected the partner.")
    public MatchingRunView why(UUID id) {
        return runs.view(offers.get(id, user).matchingRunId());
    }
}
