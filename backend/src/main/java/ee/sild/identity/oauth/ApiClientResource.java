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
@Tag(name = "API clients", description = "The systems that may call this API")
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
            summary = "All integration clients, the oldest first",
            description = "Each is another system that signs in by itself. Secrets are not among the "
                    + "answers: they are shown once, when they are made.")
    public Page<ApiClientView> list() {
        return Page.whole(clients.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = ApiClientView.class, responseCode = "201")
    @Operation(
            operationId = "createApiClient",
            summary = "Let a system in",
            description = "The answer holds its secret; it is not shown again.")
    public ApiClientView create(@NotNull @Valid CreateApiClientRequest request) {
        return clients.create(request);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getApiClient",
            summary = "One integration client",
            description = "With its scopes, the partner that it speaks for, if any, and whether it has "
                    + "been revoked; never its secret.")
    public ApiClientView get(UUID id) {
        return clients.get(id);
    }

    @POST
    @Path("/{id}/rotate-secret")
    @ProblemCodes("client.revoked")
    @Operation(
            operationId = "rotateApiClientSecret",
            summary = "Give a system a new secret",
            description = "The answer holds it; it is not shown again. The old one is good for a day yet.")
    public ApiClientView rotate(UUID id) {
        return clients.rotate(id, ifMatch.version());
    }

    @POST
    @Path("/{id}/revoke")
    @ProblemCodes("client.revoked")
    @Operation(
            operationId = "revokeApiClient",
            summary = "Shut a system out",
            description = "Acts at its next request.")
    public ApiClientView revoke(UUID id) {
        return clients.revoke(id, ifMatch.version());
    }
}
