package ee.sild.identity.signing;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON Web Key Set. */
@Schema(name = "PublishedKeys", description = "A JSON Web Key Set (RFC 7517)")
record PublishedKeys(List<PublishedKey> keys) {

    /** The public key of a P-256 pair. */
    @Schema(name = "PublishedKey")
    record PublishedKey(
            @Schema(examples = "EC") String kty,
            String kid,
            @Schema(examples = "sig") String use,
            @Schema(examples = "ES256") String alg,
            @Schema(examples = "P-256") String crv,
            String x,
            String y) {}
}
