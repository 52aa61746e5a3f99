package ee.sild.identity.invitation;

import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.identity.Invitations;
import ee.sild.identity.MeView;
import ee.sild.identity.User;
import ee.sild.identity.session.SessionCookies;
import ee.sild.identity.session.Sessions;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.settings.CurrencySettings;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/invitations/{token}")
@Tag(name = "Invitations", description = "Accepting an invitation")
@PermitAll
@AsDatabaseActor(DatabaseActor.ANONYMOUS)
@Transactional
class InvitationResource {

    private final Invitations invitations;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final EntityManager database;
    private final CurrencySettings currency;

    InvitationResource(
            Invitations invitations,
            Sessions sessions,
            SessionCookies cookies,
            EntityManager database,
            CurrencySettings currency) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.cookies = cookies;
        this.database = database;
        this.currency = currency;
    }

    @GET
    @Operation(
            operationId = "getInvitation",
            summary = "Get an invitation",
            description = "Returns the name and email address of the invited user. The token in the "
                    + "invitation link is the only credential.")
    public InvitedView get(@Parameter(description = "The token at the end of the invitation link") String token) {
        User user = invitations.invited(token);
        return new InvitedView(user.name(), user.email(), user.status());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/accept")
    @ProblemCodes({"invitation.used", "invitation.expired", "invitation.revoked"})
    @Operation(
            operationId = "acceptInvitation",
            summary = "Accept an invitation",
            description = "Sets the password, at least 12 characters long, and signs the user in. An "
                    + "invitation can be accepted once.")
    public MeView accept(
            @Parameter(description = "The token at the end of the invitation link") String token,
            @NotNull @Valid AcceptInvitationRequest request,
            @HeaderParam("User-Agent") @Parameter(hidden = true) String userAgent) {
        var tokens = sessions.start(invitations.accept(token, request.password()), userAgent);
        cookies.keep(tokens);
        return MeView.of(tokens.user(), database, currency.baseCurrency());
    }
}
