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

import ee.sild.distribution.matching.MatchingRunView;
import ee.sild.platform.Page;
import ee.sild.platform.http.CsvWriter;
import ee.sild.platform.http.HeavyRead;
import ee.sild.platform.http.Idempotent;
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
    private final DistributionPlanner planner;
    private final CurrentUser user;

    OfferResource(Offers offers, AnswerOffers answerOffers, DistributionPlanner planner, CurrentUser user) {
        this.offers = offers;
        this.answerOffers = answerOffers;
        this.planner = planner;
        this.user = user;
    }

    @GET
    @HeavyRead(asTable = true)
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TYPE})
    @Operation(
            operationId = "listDistributions",
            summary = "The offers that the caller may see",
            description = "Sort by `deliveredAt` or `answerBy`.")
    public Page<OfferView> list(@BeanParam OfferFilter filter, @Valid @BeanParam PageRequest page) {
        return offers.search(filter, page, user);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getDistribution",
            summary = "One offer",
            description = "An opportunity offered to one partner: who offered it, until when it can be "
                    + "answered, and what the answer was.")
    public OfferView get(UUID id) {
        return offers.view(id, user);
    }

    @GET
    @Path("/{id}/matching-run")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(
            operationId = "getMatchingRun",
            summary = "Why the offer was made to this partner",
            description = "The candidates as they were when it was decided, with each rule and score. "
                    + "Where staff named the partner themselves there is none.")
    public MatchingRunView why(UUID id) {
        return planner.why(id);
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER})
    @ProblemCodes({"distribution.transition", "distribution.too-late"})
    @Operation(
            operationId = "acceptDistribution",
            summary = "Take the opportunity on",
            description = "From now on the partner sees the customer's contacts.")
    public OfferView accept(UUID id) {
        answerOffers.accept(id);
        return offers.view(id, user);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/decline")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER})
    @ProblemCodes({"distribution.transition", "distribution.too-late"})
    @Operation(
            operationId = "declineDistribution",
            summary = "Refuse the opportunity, with a reason",
            description =
                    "The opportunity goes back to the vendor, who reads the reason and can offer it to somebody else.")
    public OfferView decline(UUID id, @NotNull @Valid DeclineOfferRequest request) {
        answerOffers.decline(id, request);
        return offers.view(id, user);
    }

    @POST
    @Path("/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER})
    @Operation(
            operationId = "acceptDistributions",
            summary = "Take several opportunities on",
            description = "Each by itself: an offer that cannot be accepted does not stop the others. The "
                    + "answer says for each what became of it.")
    public Page<AnsweredOfferView> acceptAll(@NotNull @Valid AcceptOffersRequest request) {
        return answerOffers.answerAll(request.ids(), answerOffers::accept);
    }

    @POST
    @Path("/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER})
    @Operation(
            operationId = "declineDistributions",
            summary = "Refuse several opportunities, with one reason",
            description = "Each by itself: an offer that cannot be declined does not stop the others. The "
                    + "answer says for each what became of it.")
    public Page<AnsweredOfferView> declineAll(@NotNull @Valid DeclineOffersRequest request) {
        request.each().check();
        return answerOffers.answerAll(request.ids(), id -> answerOffers.decline(id, request.each()));
    }

    @POST
    @Path("/{id}/recall")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes("distribution.transition")
    @Operation(
            operationId = "recallDistribution",
            summary = "Take the offer back before it is answered",
            description = "The vendor can then offer the opportunity to somebody else. An offer that has "
                    + "been answered stays as it is.")
    public OfferView recall(UUID id) {
        answerOffers.recall(id);
        return offers.view(id, user);
    }
}
