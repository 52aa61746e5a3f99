package ee.sild.identity.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.TreeSet;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

import ee.sild.identity.Users;
import ee.sild.identity.session.AccessTokens;
import ee.sild.platform.http.limit.Limits;
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

    private final ApiClients clients;
    private final Users users;
    private final AccessTokens tokens;
    private final Limits limits;
    private final HttpServerRequest connection;

    TokenResource(ApiClients clients, Users users, AccessTokens tokens, Limits limits, HttpServerRequest connection) {
        this.clients = clients;
        this.users = users;
        this.tokens = tokens;
        this.limits = limits;
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
        if (!"client_credentials".equals(grantType)) {
            return failure(400, "unsupported_grant_type", "Only client_credentials is supported");
        }
        String[] basic = basic(authorization);
        String id = basic == null ? clientId : basic[0];
        String secret = basic == null ? clientSecret : basic[1];
        if (id == null || secret == null) {
            return failure(401, "invalid_client", "The client's name or its secret is missing");
        }
        String address = connection.remoteAddress().hostAddress();
        limits.tryAt(id, address);
        var client = clients.proven(id, secret).orElse(null);
        if (client == null) {
            return failure(401, "invalid_client", "The client is not known or its secret is wrong");
        }
        limits.succeeded(id, address);
        var scopes = client.scopes();
        if (scope != null && !scope.isBlank()) {
            var asked = new TreeSet<>(Arrays.asList(scope.strip().split(" +")));
            if (!scopes.containsAll(asked)) {
                return failure(400, "invalid_scope", "The client does not have every scope it asks for");
            }
            scopes = asked;
        }
        var token = tokens.forClient(users.findById(client.userId()), client.clientId(), scopes);
        return answer(200, new TokenView(token, "Bearer", tokens.lifetime().toSeconds(), String.join(" ", scopes)));
    }

    private static String[] basic(String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return null;
        }
        try {
            var plain = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            String[] parts = plain.split(":", 2);
            return parts.length == 2 ? parts : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static RestResponse<Object> failure(int status, String error, String description) {
        return answer(status, new TokenFailure(error, description));
    }

    private static RestResponse<Object> answer(int status, Object body) {
        return ResponseBuilder.create(status)
                .entity(body)
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
