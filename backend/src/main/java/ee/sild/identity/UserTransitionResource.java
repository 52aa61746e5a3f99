package ee.sild.identity;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/users")
@Tag(name = "Users", description = "Users of the vendor and of partners")
@RolesAllowed({ADMIN, PARTNER_ADMIN})
@Transactional
@Idempotent
class UserTransitionResource {

    private final Users users;
    private final Succession succession;
    private final CurrentUser caller;
    private final IfMatch ifMatch;
    private final EntityManager database;

    UserTransitionResource(
            Users users, Succession succession, CurrentUser caller, IfMatch ifMatch, EntityManager database) {
        this.users = users;
        this.succession = succession;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.database = database;
    }

    @POST
    @Path("/{id}/deactivate")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({"user.transition", "user.self", "user.last-admin"})
    @Operation(
            operationId = "deactivateUser",
            summary = "Deactivate a user",
            description = "Takes effect with the user's next request. What the user owns goes to the successor.")
    public UserView deactivate(UUID id, @RequestBody(required = false) DeactivateUserRequest request) {
        if (id.equals(caller.id())) {
            throw new RuleViolation("user.self");
        }
        return change(id, user -> {
            users.requireAnotherAdmin(user);
            succession.handOver(user, null, request == null ? null : request.successorId());
            user.deactivate();
        });
    }

    @GET
    @Path("/{id}/owned")
    @Operation(
            operationId = "getOwnedByUser",
            summary = "Count what a user owns",
            description = "What a successor takes over when the user is deactivated or gets the role.")
    public OwnedView owned(UUID id, @QueryParam("role") Role role) {
        return succession.owned(users.get(id, caller), role);
    }

    @POST
    @Path("/{id}/reactivate")
    @ProblemCodes("user.transition")
    @Operation(
            operationId = "reactivateUser",
            summary = "Reactivate a user",
            description = "The user can sign in again with their previous password.")
    public UserView reactivate(UUID id) {
        return change(id, User::reactivate);
    }

    private UserView change(UUID id, Consumer<User> act) {
        User user = users.lock(id, caller);
        ifMatch.check(user.version());
        user.requirePerson();
        act.accept(user);
        database.flush();
        return UserView.of(user, caller);
    }
}
