package ee.sild.partner;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;

/** What a partner says about itself. */
public record PartnerProfileRequest(
        @Size(max = 50) @Schema(nullable = true, examples = "12345678")
        String registryCode,

        @Size(max = 50) @Schema(nullable = true, examples = "EE123456789")
        String vatNumber,

        @Size(max = 253)
        @Pattern(regexp = "[a-z0-9-]+(\\.[a-z0-9-]+)+")
        @Schema(nullable = true, examples = "pohjala.example")
        String webDomain,

        @Size(max = 50) @Schema(nullable = true, examples = "+372 600 0000")
        String phone,

        @Multiline @Size(max = 2000) @Schema(nullable = true, description = "The competencies of the partner")
        String about) {

    static final PartnerProfileRequest NONE = new PartnerProfileRequest(null, null, null, null, null);
}
