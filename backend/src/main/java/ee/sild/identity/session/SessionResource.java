package ee.sild.identity.session;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.Page;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.BeforeSecondFactor;
import ee.sild.platform.security.Cookies;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.DatabaseActor;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sessions")
@Tag(name = "Sessions", description = "Sessions of users in a browser")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@BeforeSecondFactor
@Transactional
class SessionResource {

    private final Sessions sessions;
    private final SessionCookies cookies;
    private final CurrentUser user;

    SessionResource(Sessions sessions, SessionCookies cookies, CurrentUser user) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.user = user;
    }

    @GET
    @Operation(
            operationId = "listSessions",
            summary = "List the caller's sessions, last used first",
            description = "Returns a session for each browser in which the caller is signed in.")
    public Page<SessionView> list() {
        UUID current = user.caller().sessionId();
        return Page.whole(sessions.open(user).stream()
                .map(session -> SessionView.of(session, current))
                .toList());
    }

    @DELETE
    @Path("/current")
    @PermitAll
    @AsDatabaseActor(DatabaseActor.ANONYMOUS)
    @Operation(
            operationId = "signOut",
            summary = "Sign out",
            description = "Ends the current session. Succeeds even if nobody is signed in.")
    public void signOut(@CookieParam(Cookies.REFRESH) @Parameter(hidden = true) String secret) {
        if (secret != null) {
            sessions.endByRefreshToken(secret);
        }
        cookies.forget();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "endSession",
            summary = "End a session",
            description = "Takes effect with the next request of that browser.")
    public void end(UUID id) {
        sessions.end(id, user);
    }
}
