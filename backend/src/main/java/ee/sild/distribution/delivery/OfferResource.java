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

import ee.sild.distribution.matching.MatchingRunView;
import ee.sild.distribution.matching.MatchingRuns;
import ee.sild.distribution.offer.OfferFilter;
import ee.sild.distribution.offer.OfferView;
import ee.sild.distribution.offer.Offers;
import ee.sild.platform.Page;
import ee.sild.platform.http.CsvWriter;
import ee.sild.platform.http.HeavyRead;
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

    private final Offers offers;
    private final AnswerOffers answerOffers;
    private final MatchingRuns runs;
    private final IfMatch ifMatch;
    private final CurrentUser user;

    OfferResource(Offers offers, AnswerOffers answerOffers, MatchingRuns runs, IfMatch ifMatch, CurrentUser user) {
        this.offers = offers;
        this.answerOffers = answerOffers;
        this.runs = runs;
        this.ifMatch = ifMatch;
        this.user = user;
    }

    @GET
    @HeavyRead(asTable = true)
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TYPE})
    @Operation(
            operationId = "listDistributions",
            summary = "List offers",
            description = "Sort by `deliveredAt` or `answerBy`.")
    public Page<OfferView> list(@BeanParam OfferFilter filter, @Valid @BeanParam PageRequest page) {
        return offers.search(filter, page, user);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getDistribution",
            summary = "Get an offer",
            description = "Returns who offered the opportunity, until when it can be answered, and the answer.")
    public OfferView get(UUID id) {
        return offers.view(id, user);
    }

    @GET
    @Path("/{id}/matching-run")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(
            operationId = "getMatchingRun",
            summary = "Get the matching behind an offer",
            description = "Returns the candidates at the time of the decision, with each rule "
                    + "and score. Fails with 404 if staff selected the partner.")
    public MatchingRunView why(UUID id) {
        return runs.view(offers.get(id, user).matchingRunId());
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER})
    @ProblemCodes({"distribution.transition", "distribution.too-late"})
    @Operation(
            operationId = "acceptDistribution",
            summary = "Accept an offer",
            description = "The partner now sees the customer's contacts.")
    public OfferView accept(UUID id) {
        answerOffers.accept(id, ifMatch.version());
        return offers.view(id, user);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/decline")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER})
    @ProblemCodes({"distribution.transition", "distribution.too-late"})
    @Operation(
            operationId = "declineDistribution",
            summary = "Decline an offer",
            description = "The vendor sees the reason and can offer the opportunity to another partner.")
    public OfferView decline(UUID id, @NotNull @Valid DeclineOfferRequest request) {
        answerOffers.decline(id, request, ifMatch.version());
        return offers.view(id, user);
    }

    @POST
    @Path("/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER})
    @Operation(
            operationId = "acceptDistributions",
            summary = "Accept several offers",
            description = "Accepts each offer independently, and returns the result for each.")
    public Page<AnsweredOfferView> acceptAll(@NotNull @Valid AcceptOffersRequest request) {
        return answerOffers.answerAll(request.ids(), id -> answerOffers.accept(id, ifMatch.version()));
    }

    @POST
    @Path("/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER})
    @Operation(
            operationId = "declineDistributions",
            summary = "Decline several offers",
            description = "Declines each offer independently with the same reason, and returns the result for each.")
    public Page<AnsweredOfferView> declineAll(@NotNull @Valid DeclineOffersRequest request) {
        request.each().check();
        return answerOffers.answerAll(request.ids(), id -> answerOffers.decline(id, request.each(), ifMatch.version()));
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
        answerOffers.recall(id, ifMatch.version());
        return offers.view(id, user);
    }
}
