package ee.sild.identity.session;

import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.identity.MeView;
import ee.sild.platform.Page;
import ee.sild.platform.http.limit.Limits;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.problem.SignInFailed;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.Cookies;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.settings.CurrencySettings;

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
@Transactional
class SessionResource {

    private final Sessions sessions;
    private final SessionCookies cookies;
    private final CurrentUser user;
    private final EntityManager database;
    private final CurrencySettings currency;
    private final Limits limits;
    private final HttpServerRequest connection;

    SessionResource(
            Sessions sessions,
            SessionCookies cookies,
            CurrentUser user,
            EntityManager database,
            CurrencySettings currency,
            Limits limits,
            HttpServerRequest connection) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.user = user;
        this.database = database;
        this.currency = currency;
        this.limits = limits;
        this.connection = connection;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @AsDatabaseActor(DatabaseActor.ANONYMOUS)
    @ResponseStatus(201)
    @APIResponseSchema(value = MeView.class, responseCode = "201")
    @ProblemCodes({"sign-in.wrong", "sign-in.too-many"})
    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description = "Sets two HttpOnly cookies: an access token that is valid for five minutes, and "
                    + "a refresh token.")
    public MeView signIn(
            @NotNull @Valid SignInRequest request,
            @HeaderParam("User-Agent") @Parameter(hidden = true) String userAgent) {
        String name = request.email().strip().toLowerCase(Locale.ROOT);
        String address = connection.remoteAddress().hostAddress();
        limits.tryAt(name, address);
        var tokens = sessions.signIn(request.email(), request.password(), userAgent);
        limits.succeeded(name, address);
        return keep(tokens);
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @AsDatabaseActor(DatabaseActor.ANONYMOUS)
    @Transactional(dontRollbackOn = SignInFailed.class)
    @ProblemCodes("unauthenticated")
    @Operation(
            operationId = "refreshSession",
            summary = "Refresh the current session",
            description = "Sets new cookies. Reusing a replaced refresh token later ends the session.")
    public MeView refresh(@CookieParam(Cookies.REFRESH) @Parameter(hidden = true) String secret) {
        var tokens = secret == null ? null : sessions.refresh(secret).orElse(null);
        if (tokens == null) {
            cookies.forget();
            throw new SignInFailed("unauthenticated");
        }
        return keep(tokens);
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

    private MeView keep(Sessions.Tokens tokens) {
        cookies.keep(tokens);
        return MeView.of(tokens.user(), database, currency.baseCurrency());
    }
}
