package ee.sild.identity.recovery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose password can be chosen, as shown to the holder of the link. */
public record PasswordResetView(
        @Schema(examples = "Kadri Tamm") String name,
        @Schema(examples = "kadri@pohjala.example") String email,

        @Schema(
                description = "Whether the link still works: it has not been used and has not expired",
                examples = "true")
        boolean open) {}
