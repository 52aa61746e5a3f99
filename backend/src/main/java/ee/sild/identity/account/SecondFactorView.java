package ee.sild.identity.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The second factor of the caller. */
public record SecondFactorView(
        @Schema(description = "Whether signing in needs a code")
        boolean enabled,

        @Schema(description = "Whether the vendor requires it for the role of the caller")
        boolean required,

        @Schema(description = "The number of recovery codes that have not been used", examples = "10")
        long recoveryCodesLeft) {}
