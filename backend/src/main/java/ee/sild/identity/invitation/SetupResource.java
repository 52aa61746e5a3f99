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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.identity.MeView;
import ee.sild.identity.session.SessionCookies;
import ee.sild.identity.session.Sessions;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.settings.CurrencySettings;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/setup")
@Tag(name = "Setup", description = "The setup of a new installation")
@PermitAll
@AsDatabaseActor(DatabaseActor.ANONYMOUS)
@Transactional
class SetupResource {

    private final Setup setup;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final EntityManager database;
    private final CurrencySettings currency;

    SetupResource(
            Setup setup, Sessions sessions, SessionCookies cookies, EntityManager database, CurrencySettings currency) {
        this.setup = setup;
        this.sessions = sessions;
        this.cookies = cookies;
        this.database = database;
        this.currency = currency;
    }

    @GET
    @Operation(
            operationId = "getSetup",
            summary = "Get the state of the setup",
            description = "Returns whether the first administrator still has to be created.")
    public SetupView get() {
        return new SetupView(setup.isNeeded());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = MeView.class, responseCode = "201")
    @ProblemCodes({"setup.done", "setup.token"})
    @Operation(
            operationId = "setUp",
            summary = "Create the first administrator",
            description = "Signs the administrator in. Works once, in an empty installation, with the "
                    + "token that the server prints at startup.")
    public MeView perform(
            @NotNull @Valid SetUpRequest request,
            @HeaderParam("User-Agent") @Parameter(hidden = true) String userAgent) {
        var tokens = sessions.start(setup.perform(request), userAgent);
        cookies.keep(tokens);
        return MeView.of(tokens.user(), database, currency.baseCurrency());
    }
}
