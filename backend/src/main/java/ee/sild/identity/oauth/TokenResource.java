package ee.sild.identity.oauth;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;

@Produces(MediaType.APPLICATION_JSON)
@Path("/oauth/token")
@Tag(name = "Tokens", description = "OAuth 2.0 tokens for API clients")
@PermitAll
@AsDatabaseActor(DatabaseActor.ANONYMOUS)
@Transactional
class TokenResource {

    private final ClientCredentialsGrant grant;
    private final HttpServerRequest connection;

    TokenResource(ClientCredentialsGrant grant, HttpServerRequest connection) {
        this.grant = grant;
        this.connection = connection;
    }

    /** The client's name and secret are sent as HTTP Basic or in the form, as RFC 6749 §2.3.1 allows. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @APIResponse(
            responseCode = "200",
            description = "The access token",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TokenView.class)))
    @APIResponse(
            responseCode = "400",
            description = "The request is not a valid client credentials request",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TokenFailure.class)))
    @APIResponse(
            responseCode = "401",
            description = "The client is unknown, or its secret is wrong",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TokenFailure.class)))
    @ProblemCodes("sign-in.too-many")
    @Operation(
            operationId = "getToken",
            summary = "Request an access token",
            description = "The OAuth 2.0 client credentials grant (RFC 6749, section 4.4). The client "
                    + "authenticates with HTTP Basic or in the form, and can request a subset of its "
                    + "scopes.")
    public RestResponse<Object> token(
            @FormParam("grant_type") @Schema(examples = "client_credentials") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret,
            @FormParam("scope")
                    @Schema(description = "A space-separated subset of the scopes of the client; defaults to all")
                    String scope,
            @HeaderParam("Authorization") @Parameter(hidden = true) String authorization) {
        try {
            var client = ClientCredentials.of(authorization, clientId, clientSecret);
            return answer(
                    200,
                    grant.token(
                            grantType, client, scope, connection.remoteAddress().hostAddress()));
        } catch (TokenRefusal refusal) {
            return answer(refusal.status(), refusal.failure());
        }
    }

    private static RestResponse<Object> answer(int status, Object body) {
        var response = ResponseBuilder.create(status).entity(body).type(MediaType.APPLICATION_JSON);
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"sild\", charset=\"UTF-8\"");
        }
        return response.build();
    }
}
