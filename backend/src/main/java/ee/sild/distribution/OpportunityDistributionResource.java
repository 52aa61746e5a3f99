package ee.sild.distribution;

import static ee.sild.platform.Roles.ADMIN;
import static ee.sild.platform.Roles.ANALYST;
import static ee.sild.platform.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.Roles.PARTNER_ADMIN;
import static ee.sild.platform.Roles.PARTNER_MANAGER;
import static ee.sild.platform.Roles.SALES;

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

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityBook;
import ee.sild.opportunity.OpportunityView;
import ee.sild.platform.ApiScope;
import ee.sild.platform.CurrentUser;
import ee.sild.platform.Idempotent;
import ee.sild.platform.Page;
import ee.sild.platform.Refuses;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/opportunities/{id}")
@Tag(name = "Distributions", description = "Offers of opportunities to partners")
@RolesAllowed({ ADMIN, CHANNEL_MANAGER, SALES })
@ApiScope("distributions")
@Transactional
@Idempotent
class OpportunityDistributionResource {

    private final Distributions distributions;
    private final Offers offers;
    private final Opportunities opportunities;
    private final OpportunityBook book;
    private final CurrentUser user;

    OpportunityDistributionResource(Distributions distributions, Offers offers, Opportunities opportunities, OpportunityBook book,
            CurrentUser user) {
        this.distributions = distributions;
        this.offers = offers;
        this.opportunities = opportunities;
        this.book = book;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/distribute")
    @Refuses("opportunity.transition")
    @Operation(operationId = "distributeOpportunity", summary = "Offer it to a partner", description = "The partner has to answer in time: by its tier, or as the request says.")
    public OpportunityView distribute(UUID id, @NotNull @Valid DistributeOpportunity request) {
        return book.view(offers.distribute(id, request), user);
    }

    @POST
    @Path("/recall")
    @Refuses("opportunity.transition")
    @Operation(operationId = "recallOpportunity", summary = "Take back whatever offer is not answered yet", description = "The same as recalling the offer itself, for those who look at the opportunity.")
    public OpportunityView recall(UUID id) {
        return book.view(offers.recallOpportunity(id), user);
    }

    @GET
    @Path("/distributions")
    @RolesAllowed({ ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER })
    @Operation(operationId = "listOpportunityDistributions", summary = "The offers of one opportunity, the newest first", description = "A partner sees those made to itself.")
    public Page<DistributionView> list(UUID id) {
        return Page.whole(distributions.of(opportunities.get(id, user).id(), user));
    }
}
