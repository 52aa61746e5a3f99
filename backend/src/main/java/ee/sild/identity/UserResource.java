package ee.sild.identity;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/users")
@Tag(name = "Users", description = "Users of the vendor and of partners")
@RolesAllowed({ADMIN, PARTNER_ADMIN})
@Transactional
@Idempotent
class UserResource {

    private final Users users;
    private final Succession succession;
    private final CurrentUser caller;
    private final MergePatch patches;
    private final IfMatch ifMatch;
    private final EntityManager database;

    UserResource(
            Users users,
            Succession succession,
            CurrentUser caller,
            MergePatch patches,
            IfMatch ifMatch,
            EntityManager database) {
        this.users = users;
        this.succession = succession;
        this.caller = caller;
        this.patches = patches;
        this.ifMatch = ifMatch;
        this.database = database;
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getUser",
            summary = "Get a user",
            description = "Returns a user of the vendor or of a partner.")
    public UserView get(UUID id) {
        return UserView.of(users.get(id, caller), caller);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.TYPE)
    @ProblemCodes({"user.role", "user.last-admin"})
    @Operation(
            operationId = "editUser",
            summary = "Update a user",
            description = "A new role takes effect with the next request. What it cannot own goes to the successor.")
    public UserView edit(
            UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditUserRequest.class)))
                    JsonNode patch) {
        User user = users.lock(id, caller);
        ifMatch.check(user.version());
        user.requirePerson();
        ifMatch.required(user.version());
        EditUserRequest edited = patches.apply(patch, EditUserRequest.of(user));
        user.rename(edited.name());
        changeRole(user, edited);
        database.flush();
        return UserView.of(user, caller);
    }

    private void changeRole(User user, EditUserRequest edited) {
        if (edited.role() != user.role()) {
            users.requireAnotherAdmin(user);
            user.changeRole(edited.role());
            succession.handOver(user, edited.role(), edited.successorId());
        }
    }
}
