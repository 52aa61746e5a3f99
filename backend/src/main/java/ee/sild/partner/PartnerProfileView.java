package ee.sild.partner;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner says about itself. */
public record PartnerProfileView(
        @Schema(nullable = true) String registryCode,
        @Schema(nullable = true) String vatNumber,
        @Schema(nullable = true) String webDomain,
        @Schema(nullable = true) String phone,
        @Schema(nullable = true) String about) {}
