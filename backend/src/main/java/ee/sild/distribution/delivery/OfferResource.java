package ee.sild.distribution.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.distribution.offer.OfferFilter;
import ee.sild.distribution.offer.OfferList;
import ee.sild.distribution.offer.OfferView;
import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.PageRequest;
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
@Path("/api/v1/distributions")
@Tag(name = "Distributions", description = "Offers of opportunities to partners")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER})
@ApiScope("distributions")
@Transactional
@Idempotent
class OfferResource {

    private final OfferList list;
    private final RecallOffers recallOffers;
    private final IfMatch ifMatch;
    private final CurrentUser user;

    OfferResource(OfferList list, RecallOffers recallOffers, IfMatch ifMatch, CurrentUser user) {
        this.list = list;
        this.recallOffers = recallOffers;
        this.ifMatch = ifMatch;
        this.user = user;
    }

    @GET
    @Operation(
            operationId = "listDistributions",
            summary = "List offers",
            description = "Sort by `deliveredAt` or `answerBy`.")
    public Page<OfferView> list(@BeanParam OfferFilter filter, @Valid @BeanParam PageRequest page) {
        return list.search(filter, page, user);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getDistribution",
            summary = "Get an offer",
            description = "Returns who offered the opportunity, until when it can be answered, and the answer.")
    public OfferView get(UUID id) {
        return list.view(id, user);
    }

    @POST
    @Path("/{id}/recall")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes("distribution.transition")
    @Operation(
            operationId = "recallDistribution",
            summary = "Recall an offer",
            description = "Recalls an unanswered offer. The vendor can then offer the opportunity to another partner.")
    public OfferView recall(UUID id) {
        return recallOffers.recall(id, ifMatch.version());
    }
}
