package ee.sild.customer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** How a customer is registered and what it does. */
public record CustomerProfileView(
        @Schema(nullable = true) String registryCode,
        @Schema(nullable = true) String vatNumber,
        @Schema(nullable = true) String webDomain,
        @Schema(nullable = true) Ref industry) {}
