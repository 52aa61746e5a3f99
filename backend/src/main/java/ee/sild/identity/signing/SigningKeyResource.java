package ee.sild.identity.signing;

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
@Tag(name = "Signing keys", description = "Keys for signing access tokens")
@RolesAllowed(ADMIN)
@Transactional
@Idempotent
class SigningKeyResource {

    private final SigningKeys keys;
    private final SigningKeyRotation rotation;
    private final IfMatch ifMatch;

    SigningKeyResource(SigningKeys keys, SigningKeyRotation rotation, IfMatch ifMatch) {
        this.keys = keys;
        this.rotation = rotation;
        this.ifMatch = ifMatch;
    }

    @GET
    @Operation(
            operationId = "listSigningKeys",
            summary = "List signing keys, newest first",
            description = "Returns active, published and retired keys, without their private parts.")
    public Page<SigningKeyView> list() {
        return Page.whole(keys.all());
    }

    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = SigningKeyView.class, responseCode = "201")
    @Operation(
            operationId = "replaceSigningKey",
            summary = "Rotate the signing key",
            description = "The new key is published at once and signs tokens later, so that no request "
                    + "fails. Keys also rotate automatically every 90 days.")
    public SigningKeyView replace() {
        return rotation.replace();
    }

    @POST
    @Path("/{id}/revoke")
    @ProblemCodes("signing-key.revoked")
    @Operation(
            operationId = "revokeSigningKey",
            summary = "Revoke a signing key",
            description = "For a key that may have leaked. Tokens signed with it are refused from the next "
                    + "request on: browsers refresh their session, and clients request a new token.")
    public SigningKeyView revoke(UUID id) {
        return keys.revoke(id, ifMatch.version());
    }
}
