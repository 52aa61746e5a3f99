package ee.sild.identity.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.identity.secondfactor.SecondFactors.Setup;

/** The secret for an authenticator app, which is shown only once. */
public record SecondFactorSetupView(
        @Schema(
                description = "In base 32, for apps that cannot scan the QR code",
                examples = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
        String secret,

        @Schema(
                description = "The content of the QR code",
                examples = "otpauth://totp/Sild:kadri%40pohjala.example"
                        + "?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Sild")
        String address) {

    static SecondFactorSetupView of(Setup setup) {
        return new SecondFactorSetupView(setup.secret(), setup.address());
    }
}
