package ee.sild.distribution.delivery;

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

import ee.sild.distribution.offer.OfferView;
import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;

import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/distributions")
@Tag(name = "Distributions", description = "Offers of opportunities to partners")
@RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER})
@ApiScope("distributions")
@Transactional
@Idempotent
class OfferAnswerResource {

    private final AnswerOffers answerOffers;
    private final AnswerSeveralOffers answerSeveral;
    private final IfMatch ifMatch;

    OfferAnswerResource(AnswerOffers answerOffers, AnswerSeveralOffers answerSeveral, IfMatch ifMatch) {
        this.answerOffers = answerOffers;
        this.answerSeveral = answerSeveral;
        this.ifMatch = ifMatch;
    }

    @POST
    @Path("/{id}/accept")
    @ProblemCodes({"distribution.transition", "distribution.too-late", "distribution.no-longer-eligible"})
    @Operation(
            operationId = "acceptDistribution",
            summary = "Accept an offer",
            description = "The partner now sees the customer's contacts.")
    public OfferView accept(UUID id) {
        return answerOffers.accept(id, ifMatch.version());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/decline")
    @ProblemCodes({"distribution.transition", "distribution.too-late"})
    @Operation(
            operationId = "declineDistribution",
            summary = "Decline an offer",
            description = "The vendor sees the reason and can offer the opportunity to another partner.")
    public OfferView decline(UUID id, @NotNull @Valid DeclineOfferRequest request) {
        return answerOffers.decline(id, request, ifMatch.version());
    }

    @POST
    @Path("/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acceptDistributions",
            summary = "Accept several offers",
            description = "Accepts each offer independently, and returns the result for each.")
    public Page<AnsweredOfferView> acceptAll(@NotNull @Valid AcceptOffersRequest request) {
        return answerSeveral.each(request.ids(), id -> answerOffers.accept(id, ifMatch.version()));
    }

    @POST
    @Path("/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "declineDistributions",
            summary = "Decline several offers",
            description = "Declines each offer independently with the same reason, and returns the result for each.")
    public Page<AnsweredOfferView> declineAll(@NotNull @Valid DeclineOffersRequest request) {
        request.each().check();
        return answerSeveral.each(request.ids(), id -> answerOffers.decline(id, request.each(), ifMatch.version()));
    }
}
