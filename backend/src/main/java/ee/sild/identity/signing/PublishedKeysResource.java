package ee.sild.identity.signing;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;

@Produces(MediaType.APPLICATION_JSON)
@Path("/.well-known/jwks.json")
@Tag(name = "Tokens")
@PermitAll
@AsDatabaseActor(DatabaseActor.ANONYMOUS)
@Transactional
class PublishedKeysResource {

    private final SigningKeys keys;

    PublishedKeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    @APIResponse(
            responseCode = "200",
            description = "A JSON Web Key Set (RFC 7517)",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublishedKeys.class)))
    @Operation(
            operationId = "getPublishedKeys",
            summary = "Get the public signing keys",
            description = "The keys with which JWT libraries verify access tokens of this installation. "
                    + "Algorithm ES256, issuer and audience `sild`.")
    public String keys() {
        return keys.published();
    }
}
