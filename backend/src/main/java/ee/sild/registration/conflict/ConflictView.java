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

        @Schema(description = "The similarity of the names, from 0 to 1; 1 for any other kind of match")
        double likeness,

        Ref customer,
        @Schema(nullable = true) String registryCode,
        @Schema(nullable = true) Ref partner,
        @Schema(nullable = true) Ref opportunity,

        @Schema(nullable = true, description = "The status of the registration; null for an opportunity")
        RegistrationStatus status,

        @Schema(nullable = true, description = "The conflicting registration; null for an opportunity")
        Ref registration,

        @Schema(nullable = true, description = "The end of the exclusivity of an approved registration")
        Instant exclusiveUntil,

        @Schema(description = "The product lines of the registration or opportunity")
        List<String> productLines) {}
