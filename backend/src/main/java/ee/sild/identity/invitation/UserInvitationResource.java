package ee.sild.identity.invitation;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.identity.InvitationView;
import ee.sild.identity.Invitations;
import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/users/{id}/invitation")
@Tag(name = "Users", description = "Users of the vendor and of partners")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, PARTNER_ADMIN})
@Transactional
@Idempotent
class UserInvitationResource {

    private final Users users;
    private final Invitations invitations;
    private final CurrentUser caller;

    UserInvitationResource(Users users, Invitations invitations, CurrentUser caller) {
        this.users = users;
        this.invitations = invitations;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({"invitation.used", "user.exists"})
    @Operation(
            operationId = "resendInvitation",
            summary = "Invite a user again",
            description = "Sends a new link by mail and returns another one, which cannot be retrieved again. Earlier "
                    + "links stop working, also those in mails to a wrong address, which can be corrected.")
    public InvitationView resend(UUID id, @RequestBody(required = false) @Valid ResendInvitationRequest request) {
        return invitations.renew(invited(id), request == null ? null : request.email());
    }

    @DELETE
    @ProblemCodes("invitation.used")
    @Operation(
            operationId = "revokeInvitation",
            summary = "Revoke the invitation of a user",
            description = "Its links stop working. The user stays invited and can be invited again.")
    public void revoke(UUID id) {
        invitations.revoke(invited(id));
    }

    /** Channel managers invite the users of partners only. */
    private User invited(UUID id) {
        var user = users.lock(id, caller);
        if (caller.role() == Role.CHANNEL_MANAGER && user.partnerId() == null) {
            throw new NotFound();
        }
        return user;
    }
}
