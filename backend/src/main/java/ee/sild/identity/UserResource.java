package ee.sild.identity;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/users")
@Tag(name = "Users", description = "Users of the vendor and of partners")
@RolesAllowed({ADMIN, PARTNER_ADMIN})
@Transactional
@Idempotent
class UserResource {

    private final Users users;
    private final Invitations invitations;
    private final CurrentUser caller;
    private final MergePatch patches;
    private final IfMatch ifMatch;
    private final EntityManager database;

    UserResource(
            Users users,
            Invitations invitations,
            CurrentUser caller,
            MergePatch patches,
            IfMatch ifMatch,
            EntityManager database) {
        this.users = users;
        this.invitations = invitations;
        this.caller = caller;
        this.patches = patches;
        this.ifMatch = ifMatch;
        this.database = database;
    }

    @GET
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(
            operationId = "listUsers",
            summary = "List staff users, by name",
            description = "Returns users of every role and status: invited, active and deactivated.")
    public Page<UserView> list() {
        return Page.whole(users.people(null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ADMIN)
    @ResponseStatus(201)
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    @ProblemCodes("user.exists")
    @Operation(
            operationId = "inviteStaff",
            summary = "Invite a staff user",
            description = "The response contains the invitation link, which cannot be retrieved again.")
    public InvitationView invite(@NotNull @Valid InviteUserRequest request) {
        return invitations.invite(request, null);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getUser",
            summary = "Get a user",
            description = "Returns a user of the vendor or of a partner.")
    public UserView get(UUID id) {
        return UserView.of(users.get(id, caller));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.TYPE)
    @ProblemCodes("user.role")
    @Operation(
            operationId = "editUser",
            summary = "Update a user",
            description = "Updates the name or role. A new role takes effect with the user's next request.")
    public UserView edit(
            UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditUserRequest.class)))
                    JsonNode patch) {
        return change(id, user -> {
            ifMatch.required(user.version());
            EditUserRequest edited = patches.apply(patch, EditUserRequest.of(user));
            user.rename(edited.name());
            user.changeRole(edited.role());
        });
    }

    @POST
    @Path("/{id}/deactivate")
    @ProblemCodes({"user.transition", "user.self"})
    @Operation(
            operationId = "deactivateUser",
            summary = "Deactivate a user",
            description = "Takes effect with the user's next request.")
    public UserView deactivate(UUID id) {
        if (id.equals(caller.id())) {
            throw new RuleViolation("user.self");
        }
        return change(id, User::deactivate);
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
        if (!user.isPerson()) {
            throw new NotAllowed("forbidden");
        }
        act.accept(user);
        database.flush();
        return UserView.of(user);
    }
}
