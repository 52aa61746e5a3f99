package ee.sild.distribution.rule;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/distribution-rules/{id}")
@Tag(name = "Distribution rules", description = "Rules for the automatic distribution of opportunities")
@RolesAllowed({ADMIN, CHANNEL_MANAGER})
@ApiScope("distributions")
@Transactional
@Idempotent
class DistributionRuleResource {

    private final DistributionRules rules;
    private final DistributionRuleViews views;
    private final MergePatch patches;
    private final IfMatch ifMatch;

    DistributionRuleResource(
            DistributionRules rules, DistributionRuleViews views, MergePatch patches, IfMatch ifMatch) {
        this.rules = rules;
        this.views = views;
        this.patches = patches;
        this.ifMatch = ifMatch;
    }

    @GET
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(
            operationId = "getDistributionRule",
            summary = "Get a distribution rule",
            description = "Returns the rule with its conditions, method and weights.")
    public DistributionRuleView get(UUID id) {
        return views.view(rules.get(id));
    }

    @PATCH
    @Consumes(MergePatch.TYPE)
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "editDistributionRule",
            summary = "Update or move a distribution rule",
            description = "Applies to new distributions, and to opportunities that move on to their next " + "partner.")
    public DistributionRuleView edit(
            UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditDistributionRuleRequest.class)))
                    JsonNode patch) {
        var rule = rules.lock(id);
        ifMatch.required(rule.version());
        rules.edit(rule, patches.apply(patch, rule.details()));
        return views.view(rule);
    }

    @DELETE
    @Operation(
            operationId = "deleteDistributionRule",
            summary = "Delete a distribution rule",
            description = "Earlier distributions are not affected.")
    public void delete(UUID id) {
        var rule = rules.lock(id);
        ifMatch.check(rule.version());
        rules.remove(rule);
    }
}
