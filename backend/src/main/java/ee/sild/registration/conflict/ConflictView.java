package ee.sild.registration.conflict;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.customer.MatchedBy;
import ee.sild.platform.Ref;
import ee.sild.registration.RegistrationStatus;

/** A conflict with a registration. Only the vendor sees it. */
public record ConflictView(
        ConflictKind kind,
        MatchedBy matchedBy,

        @Schema(description = "How much the names are alike, from 0 to 1; 1 for any other match")
        double likeness,

        Ref customer,
        @Schema(nullable = true) String registryCode,
        @Schema(nullable = true) Ref partner,
        @Schema(nullable = true) Ref opportunity,

        @Schema(nullable = true, description = "Of a registration")
        RegistrationStatus status,

        @Schema(nullable = true, description = "Of a registration")
        Ref registration,

        @Schema(nullable = true, description = "Of an approved registration")
        Instant exclusiveUntil,

        @Schema(description = "Of a registration or an opportunity")
        List<String> productLines) {}
