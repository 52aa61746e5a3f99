package ee.sild.identity.signing;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.http.Versioned;

/** A key that signs access tokens; its ID is the {@code kid} of the tokens and of the published key. */
public record SigningKeyView(
        @Schema(description = "The `kid` of the tokens that the key signs")
        UUID id,

        Instant createdAt,

        @Schema(description = "When the key starts to sign tokens; it is published before")
        Instant signsFrom,

        @Schema(nullable = true, description = "When tokens signed with the replaced key stop being accepted")
        Instant verifiesUntil,

        @Schema(nullable = true) Instant revokedAt,

        @Schema(description = "Whether new tokens are signed with this key")
        boolean signing,

        long version)
        implements Identified, Versioned {

    static SigningKeyView of(SigningKey key, boolean signing) {
        return new SigningKeyView(
                key.id(),
                key.createdAt(),
                key.signsFrom(),
                key.verifiesUntil(),
                key.revokedAt(),
                signing,
                key.version());
    }
}
