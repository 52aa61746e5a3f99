package ee.sild.identity;

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
class UserListResource {

    private final Users users;
    private final Invitations invitations;
    private final CurrentUser caller;

    UserListResource(Users users, Invitations invitations, CurrentUser caller) {
        this.users = users;
        this.invitations = invitations;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(
            operationId = "listUsers",
            summary = "List staff users, by name",
            description = "Returns users of every role and status: invited, active and deactivated.")
    public Page<UserView> list() {
        return Page.whole(users.people(null, caller));
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
}
