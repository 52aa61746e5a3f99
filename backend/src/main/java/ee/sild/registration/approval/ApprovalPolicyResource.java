package ee.sild.registration.approval;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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

import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/approval-policy")
@Tag(name = "Policies", description = "Settings of the vendor: masked fields, reminders, inactivity and approval")
@RolesAllowed(ADMIN)
@Transactional
class ApprovalPolicyResource {

    private final ApprovalPolicies policies;
    private final MergePatch patches;
    private final IfMatch ifMatch;

    ApprovalPolicyResource(ApprovalPolicies policies, MergePatch patches, IfMatch ifMatch) {
        this.policies = policies;
        this.patches = patches;
        this.ifMatch = ifMatch;
    }

    @GET
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(
            operationId = "getApprovalPolicy",
            summary = "Get the approval policy",
            description = "The first rule whose conditions a deal meets applies. Without one, a channel "
                    + "manager or an administrator decides.")
    public ApprovalPolicyView get() {
        return policies.view(policies.policy());
    }

    @PATCH
    @Consumes(MergePatch.TYPE)
    @Operation(
            operationId = "editApprovalPolicy",
            summary = "Update the approval policy",
            description = "Replaces all rules. Pending registrations keep their steps.")
    public ApprovalPolicyView edit(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditApprovalPolicyRequest.class)))
                    JsonNode patch) {
        var policy = policies.lock();
        ifMatch.required(policy.version());
        policies.replace(policy, patches.apply(patch, policies.details()));
        return policies.view(policy);
    }
}
