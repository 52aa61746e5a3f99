package ee.sild.identity.session;

import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
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
import ee.sild.platform.http.limit.AttemptLimits;
import ee.sild.platform.http.limit.KnownDevices;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.problem.SignInFailed;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.Cookies;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.settings.CurrencySettings;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sessions")
@Tag(name = "Sessions", description = "Sessions of users in a browser")
@PermitAll
@AsDatabaseActor(DatabaseActor.ANONYMOUS)
@Transactional
class AuthenticationResource {

    private final SignIn signIn;
    private final RefreshSession refresh;
    private final SessionCookies cookies;
    private final EntityManager database;
    private final CurrencySettings currency;
    private final AttemptLimits limits;
    private final KnownDevices devices;
    private final HttpServerRequest connection;

    AuthenticationResource(
            SignIn signIn,
            RefreshSession refresh,
            SessionCookies cookies,
            EntityManager database,
            CurrencySettings currency,
            AttemptLimits limits,
            KnownDevices devices,
            HttpServerRequest connection) {
        this.signIn = signIn;
        this.refresh = refresh;
        this.cookies = cookies;
        this.database = database;
        this.currency = currency;
        this.limits = limits;
        this.devices = devices;
        this.connection = connection;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = MeView.class, responseCode = "201")
    @ProblemCodes({"sign-in.wrong", "sign-in.code-needed", "sign-in.code-wrong", "sign-in.too-many"})
    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description = "Sets three HttpOnly cookies: an access token that is valid for five minutes, a refresh "
                    + "token, and `sild_device`, which marks this browser as known. A user with a second factor is "
                    + "refused with `sign-in.code-needed` until the request has a `code`.")
    public MeView signIn(
            @NotNull @Valid SignInRequest request,
            @HeaderParam("User-Agent") @Parameter(hidden = true) String userAgent) {
        String name = request.email().strip().toLowerCase(Locale.ROOT);
        var origin = devices.of(connection, name)
                .map(AttemptLimits.Origin::own)
                .orElseGet(() ->
                        AttemptLimits.Origin.address(connection.remoteAddress().hostAddress()));
        limits.tryAt(name, origin);
        var tokens = signIn.start(request.email(), request.password(), request.code(), userAgent, origin);
        limits.succeeded(name, origin);
        devices.remember(connection, name);
        return keep(tokens);
    }

    @POST
    @Path("/refresh")
    @Transactional(dontRollbackOn = SignInFailed.class)
    @ProblemCodes("unauthenticated")
    @Operation(
            operationId = "refreshSession",
            summary = "Refresh the current session",
            description = "Sets new cookies. Reusing a replaced refresh token later ends the session.")
    public MeView refresh(@CookieParam(Cookies.REFRESH) @Parameter(hidden = true) String secret) {
        var tokens = secret == null ? null : refresh.by(secret).orElse(null);
        if (tokens == null) {
            cookies.forget();
            throw new SignInFailed("unauthenticated");
        }
        return keep(tokens);
    }

    private MeView keep(SessionTokens tokens) {
        cookies.keep(tokens);
        return MeView.of(tokens.user(), database, currency.baseCurrency());
    }
}
