package ee.sild.opportunity.edit;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.opportunity.EditOpportunityRequest;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.opportunity.view.OpportunityViews;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/opportunities/{id}")
@Tag(name = "Opportunities", description = "Sales opportunities, from their creation until they are won or lost")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("opportunities")
@Transactional
@Idempotent
class OpportunityResource {

    private final Opportunities opportunities;
    private final OpportunityViews views;
    private final UpdateOpportunity updateOpportunity;
    private final CurrentUser user;
    private final IfMatch ifMatch;

    OpportunityResource(
            Opportunities opportunities,
            OpportunityViews views,
            UpdateOpportunity updateOpportunity,
            CurrentUser user,
            IfMatch ifMatch) {
        this.opportunities = opportunities;
        this.views = views;
        this.updateOpportunity = updateOpportunity;
        this.user = user;
        this.ifMatch = ifMatch;
    }

    @GET
    @Transactional(TxType.SUPPORTS)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "getOpportunity",
            summary = "Get an opportunity",
            description = "Until a partner accepts an offer, it does not see the customer's contacts.")
    public OpportunityView get(UUID id) {
        return views.view(opportunities.get(id, user), user);
    }

    @PATCH
    @Consumes(MergePatch.TYPE)
    @ProblemCodes({
        "opportunity.vendor-terms",
        "opportunity.not-yours",
        "opportunity.closed",
        "opportunity.transition",
        "opportunity.phase-reason",
        "opportunity.currency",
        "opportunity.external-reference"
    })
    @Operation(
            operationId = "editOpportunity",
            summary = "Update an opportunity",
            description =
                    "A new currency also applies to the value. Moving back to an earlier phase requires a reason.")
    public OpportunityView edit(
            UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditOpportunityRequest.class)))
                    JsonNode patch) {
        var opportunity = opportunities.lock(id, user);
        ifMatch.required(opportunity.version());
        updateOpportunity.apply(patch, opportunity, user);
        opportunities.flush();
        return views.view(opportunity, user);
    }
}
