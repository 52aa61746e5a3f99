package ee.sild.identity.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.identity.session.CurrentPassword;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/me/email-change")
@Tag(name = "Me", description = "The authenticated user or client")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@Transactional
@Idempotent
class EmailChangeResource {

    private final Users users;
    private final EmailChanges changes;
    private final CurrentPassword password;
    private final CurrentUser user;

    EmailChangeResource(Users users, EmailChanges changes, CurrentPassword password, CurrentUser user) {
        this.users = users;
        this.changes = changes;
        this.password = password;
        this.user = user;
    }

    @GET
    @Operation(
            operationId = "getEmailChange",
            summary = "Get the caller's change of address",
            description = "Returns the new email address that waits to be confirmed; null if there is none.")
    public EmailChangeView get() {
        return EmailChangeView.of(changes.open(users.findById(user.id())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({"email-change.same", "user.exists", "sign-in.too-many"})
    @Operation(
            operationId = "changeEmail",
            summary = "Change the caller's email address",
            description =
                    "Mails a link to the new address, which must be confirmed with it. Until then the caller signs "
                            + "in with the old one. Replaces an earlier change.")
    public EmailChangeView change(@NotNull @Valid ChangeEmailRequest request) {
        User me = users.lock(user.id(), user);
        password.require(me, request.currentPassword());
        return EmailChangeView.of(changes.request(me, request.email().strip()));
    }

    @DELETE
    @Operation(
            operationId = "cancelEmailChange",
            summary = "Cancel the caller's change of address",
            description = "The link in the mail stops working. Succeeds even if no address waits to be confirmed.")
    public void cancel() {
        changes.cancel(users.lock(user.id(), user));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/confirm")
    @APIResponse(responseCode = "204", description = "No Content")
    @ProblemCodes({"email-change.ended", "user.exists"})
    @Operation(
            operationId = "confirmEmail",
            summary = "Confirm the caller's new email address",
            description = "From then on the caller signs in with it. The old address is notified.")
    public void confirm(@NotNull @Valid ConfirmEmailRequest request) {
        changes.confirm(users.lock(user.id(), user), request.token());
    }
}
