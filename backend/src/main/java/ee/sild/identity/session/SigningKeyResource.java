package ee.sild.identity.session;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
@Path("/api/v1/signing-keys")
@Tag(name = "Signing keys", description = "The keys that sign access tokens")
@RolesAllowed(ADMIN)
@Transactional
@Idempotent
class SigningKeyResource {

    private final SigningKeys keys;
    private final IfMatch ifMatch;

    SigningKeyResource(SigningKeys keys, IfMatch ifMatch) {
        this.keys = keys;
        this.ifMatch = ifMatch;
    }

    @GET
    @Operation(
            operationId = "listSigningKeys",
            summary = "All signing keys, the newest first",
            description = "Those that sign, are published for later, or have ended. Never the secret half.")
    public Page<SigningKeyView> list() {
        return Page.whole(keys.all());
    }

    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = SigningKeyView.class, responseCode = "201")
    @Operation(
            operationId = "replaceSigningKey",
            summary = "Sign with a new key",
            description = "It is published at once and signs a little later; no request fails meanwhile. "
                    + "This also happens by itself every ninety days.")
    public SigningKeyView replace() {
        return keys.replace();
    }

    @POST
    @Path("/{id}/revoke")
    @ProblemCodes("signing-key.revoked")
    @Operation(
            operationId = "revokeSigningKey",
            summary = "Believe nothing any more that a key has signed",
            description = "For a key that may have leaked. Acts at the next request: people go on by their "
                    + "session, clients fetch a new token.")
    public SigningKeyView revoke(UUID id) {
        return keys.revoke(id, ifMatch.version());
    }
}
