package ee.sild.settings;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
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
@Path("/api/v1/policies")
@Tag(name = "Policies", description = "Settings of the vendor: masked fields, reminders, inactivity and approval")
@RolesAllowed(ADMIN)
@Transactional
class PolicyResource {

    private final Policies policies;
    private final MergePatch patches;
    private final IfMatch ifMatch;
    private final EntityManager database;
    private final Event<VendorZone.Changed> zone;

    PolicyResource(
            Policies policies,
            MergePatch patches,
            IfMatch ifMatch,
            EntityManager database,
            Event<VendorZone.Changed> zone) {
        this.policies = policies;
        this.patches = patches;
        this.ifMatch = ifMatch;
        this.database = database;
        this.zone = zone;
    }

    @GET
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(
            operationId = "getPolicies",
            summary = "Get the policies",
            description = "An installation has one set of policies.")
    public PoliciesView get() {
        return policies.get().view();
    }

    @PATCH
    @Consumes(MergePatch.TYPE)
    @Operation(
            operationId = "editPolicies",
            summary = "Update the policies",
            description =
                    "A JSON merge patch. Applies to new requests and offers; pending offers keep " + "their reminders.")
    public PoliciesView edit(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditPoliciesRequest.class)))
                    JsonNode patch) {
        var policy = policies.lock();
        ifMatch.required(policy.version());
        var edited = patches.apply(patch, policy.details());
        edited.check();
        policy.edit(edited);
        database.flush();
        zone.fire(new VendorZone.Changed(policy.zone()));
        return policy.view();
    }
}
