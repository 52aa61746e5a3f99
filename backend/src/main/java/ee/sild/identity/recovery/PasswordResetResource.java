package ee.sild.identity.recovery;

import java.time.Clock;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.http.limit.AttemptLimits;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/password-resets")
@Tag(name = "Password resets", description = "Choosing a new password without the old one")
@PermitAll
@AsDatabaseActor(DatabaseActor.ANONYMOUS)
@Transactional
class PasswordResetResource {

    private final PasswordResets resets;
    private final EntityManager database;
    private final Clock clock;
    private final AttemptLimits limits;
    private final HttpServerRequest connection;

    PasswordResetResource(
            PasswordResets resets,
            EntityManager database,
            Clock clock,
            AttemptLimits limits,
            HttpServerRequest connection) {
        this.resets = resets;
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.connection = connection;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @APIResponse(responseCode = "202", description = "Accepted")
    @ProblemCodes("sign-in.too-many")
    @Operation(
            operationId = "requestPasswordReset",
            summary = "Request a password reset",
            description =
                    "Mails a link to choose a new password to each account with this address. The response is the "
                            + "same if there is none.")
    public void request(@NotNull @Valid RequestPasswordResetRequest request) {
        String email = request.email().strip();
        limits.tryAt(
                "password reset of " + email.toLowerCase(Locale.ROOT),
                AttemptLimits.Origin.address(connection.remoteAddress().hostAddress()));
        database.persist(new ResetRequest(email, clock.instant()));
    }

    @GET
    @Path("/{token}")
    @Operation(
            operationId = "getPasswordReset",
            summary = "Get a password reset",
            description =
                    "Returns the name and email address of the user. The token in the link is the only credential.")
    public PasswordResetView get(@Parameter(description = "The token at the end of the link") String token) {
        return resets.get(token);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{token}/complete")
    @APIResponse(responseCode = "204", description = "No Content")
    @ProblemCodes("password-reset.ended")
    @Operation(
            operationId = "completePasswordReset",
            summary = "Choose a new password",
            description = "Sets the password, at least 12 characters long, and ends all sessions of the user. The link "
                    + "and all others of the user stop working. Nobody is signed in.")
    public void complete(
            @Parameter(description = "The token at the end of the link") String token,
            @NotNull @Valid ChoosePasswordRequest request) {
        resets.complete(token, request.password());
    }
}
