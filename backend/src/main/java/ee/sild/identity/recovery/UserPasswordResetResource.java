package ee.sild.identity.recovery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.identity.Users;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/users/{id}/password-reset")
@Tag(name = "Users", description = "Users of the vendor and of partners")
@RolesAllowed({ADMIN, PARTNER_ADMIN})
@Transactional
@Idempotent
class UserPasswordResetResource {

    private final Users users;
    private final PasswordResets resets;
    private final CurrentUser caller;

    UserPasswordResetResource(Users users, PasswordResets resets, CurrentUser caller) {
        this.users = users;
        this.resets = resets;
        this.caller = caller;
    }

    @POST
    @ProblemCodes("user.transition")
    @Operation(
            operationId = "resetPassword",
            summary = "Let a user choose a new password",
            description =
                    "Mails a link to an active user and returns another one, which cannot be retrieved again. The "
                            + "current password works until the user chooses a new one.")
    public PasswordResetLinkView reset(UUID id) {
        return resets.startFor(users.lock(id, caller));
    }
}
