package ee.sild.opportunity.edit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.opportunity.list.OpportunityFilter;
import ee.sild.opportunity.list.OpportunityList;
import ee.sild.opportunity.list.OpportunitySummary;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.opportunity.view.OpportunityViews;
import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.problem.Violations;
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
@Path("/api/v1/opportunities")
@Tag(name = "Opportunities", description = "Sales opportunities, from their creation until they are won or lost")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("opportunities")
@Transactional
@Idempotent
class OpportunitiesResource {

    private final OpportunityList list;
    private final OpportunityViews views;
    private final CreateOpportunity createOpportunity;
    private final CurrentUser user;

    OpportunitiesResource(
            OpportunityList list, OpportunityViews views, CreateOpportunity createOpportunity, CurrentUser user) {
        this.list = list;
        this.views = views;
        this.createOpportunity = createOpportunity;
        this.user = user;
    }

    @GET
    @Transactional(TxType.SUPPORTS)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(operationId = "listOpportunities", summary = "List opportunities", description = """
            Sort by `updatedAt`, `createdAt`, `number`, `topic`, `customer`, `partner`, `status`, `value`, \
            `estimatedCloseDate`, `dueOn` or `answerBy`.""")
    public Page<OpportunitySummary> list(
            @Valid @BeanParam OpportunityFilter filter, @Valid @BeanParam PageRequest page) {
        return list.search(filter, page, user);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = OpportunityView.class, responseCode = "201")
    @ProblemCodes({
        "opportunity.vendor-terms",
        "customer.managing-partner",
        "opportunity.external-reference",
        "duplicate",
        "opportunity.currency"
    })
    @Operation(
            operationId = "createOpportunity",
            summary = "Create an opportunity",
            description = "The opportunity is `NEW` if staff create it, and `PENDING_APPROVAL` if a partner does.")
    public OpportunityView create(@NotNull @Valid CreateOpportunityRequest request) {
        return views.view(createOpportunity.create(request, user, new Violations()), user);
    }
}
