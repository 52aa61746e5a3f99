package ee.sild.distribution.rule;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/distribution-rules")
@Tag(name = "Distribution rules", description = "Rules for the automatic distribution of opportunities")
@RolesAllowed({ADMIN, CHANNEL_MANAGER})
@ApiScope("distributions")
@Transactional
@Idempotent
class DistributionRulesResource {

    private final DistributionRules rules;
    private final DistributionRuleViews views;

    DistributionRulesResource(DistributionRules rules, DistributionRuleViews views) {
        this.rules = rules;
        this.views = views;
    }

    @GET
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(
            operationId = "listDistributionRules",
            summary = "List distribution rules, in order",
            description = "An opportunity is distributed by the first active rule whose conditions it " + "meets.")
    public Page<DistributionRuleView> list() {
        return Page.whole(views.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = DistributionRuleView.class, responseCode = "201")
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "createDistributionRule",
            summary = "Create a distribution rule",
            description = "Adds the rule at the given position, or at the end.")
    public DistributionRuleView create(@NotNull @Valid EditDistributionRuleRequest request) {
        return views.view(rules.add(request));
    }
}
