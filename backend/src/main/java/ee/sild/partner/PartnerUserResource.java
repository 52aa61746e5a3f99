package ee.sild.partner;

import java.util.UUID;

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

import ee.sild.identity.InvitationView;
import ee.sild.identity.Invitations;
import ee.sild.identity.InviteUserRequest;
import ee.sild.identity.UserView;
import ee.sild.identity.Users;
import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/partners")
@Tag(name = "Partners", description = "Companies that the vendor sells through, and their users")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("partners")
@Transactional
@Idempotent
class PartnerUserResource {

    private final Partners partners;
    private final Users users;
    private final Invitations invitations;
    private final CurrentUser user;

    PartnerUserResource(Partners partners, Users users, Invitations invitations, CurrentUser user) {
        this.partners = partners;
        this.users = users;
        this.invitations = invitations;
        this.user = user;
    }

    @GET
    @Path("/{id}/users")
    @Operation(
            operationId = "listPartnerUsers",
            summary = "List the users of a partner, by name",
            description = "Returns invited, active and deactivated users.")
    public Page<UserView> people(UUID id) {
        return Page.whole(users.people(partners.get(id, user).id(), user));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/users")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, PARTNER_ADMIN})
    @ResponseStatus(201)
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    @ProblemCodes("user.exists")
    @Operation(
            operationId = "invitePartnerUser",
            summary = "Invite a partner user",
            description = "The response contains the invitation link, which cannot be retrieved again. An address can "
                    + "have an account in several companies, but only one in each.")
    public InvitationView invite(UUID id, @NotNull @Valid InviteUserRequest request) {
        return invitations.invite(request, partners.get(id, user).id());
    }
}
