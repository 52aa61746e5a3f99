package ee.sild.identity.oauth;

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

import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;

import static ee.sild.platform.security.Roles.ADMIN;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/api-clients")
@Tag(name = "API clients", description = "Integration clients: systems that call this API")
@RolesAllowed(ADMIN)
@Transactional
@Idempotent
class ApiClientResource {

    private final ApiClients clients;
    private final IfMatch ifMatch;

    ApiClientResource(ApiClients clients, IfMatch ifMatch) {
        this.clients = clients;
        this.ifMatch = ifMatch;
    }

    @GET
    @Operation(
            operationId = "listApiClients",
            summary = "List API clients, oldest first",
            description = "Client secrets are not returned; a secret is shown once, when it is created.")
    public Page<ApiClientView> list() {
        return Page.whole(clients.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = ApiClientView.class, responseCode = "201")
    @Operation(
            operationId = "createApiClient",
            summary = "Create an API client",
            description = "The response contains the client secret, which cannot be retrieved again.")
    public ApiClientView create(@NotNull @Valid CreateApiClientRequest request) {
        return clients.create(request);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getApiClient",
            summary = "Get an API client",
            description =
                    "Returns its scopes, the partner it acts for and when it was revoked, without " + "its secret.")
    public ApiClientView get(UUID id) {
        return clients.get(id);
    }

    @POST
    @Path("/{id}/rotate-secret")
    @ProblemCodes("client.revoked")
    @Operation(
            operationId = "rotateApiClientSecret",
            summary = "Rotate the secret of an API client",
            description = "The response contains the new secret, which cannot be retrieved again. The "
                    + "previous secret remains valid for 24 hours.")
    public ApiClientView rotate(UUID id) {
        return clients.rotate(id, ifMatch.version());
    }

    @POST
    @Path("/{id}/revoke")
    @ProblemCodes("client.revoked")
    @Operation(
            operationId = "revokeApiClient",
            summary = "Revoke an API client",
            description = "Takes effect with the client's next request.")
    public ApiClientView revoke(UUID id) {
        return clients.revoke(id, ifMatch.version());
    }
}
