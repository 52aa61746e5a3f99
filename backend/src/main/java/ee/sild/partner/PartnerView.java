package ee.sild.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.http.Versioned;
import ee.sild.platform.problem.FieldWarning;

/** A partner's profile and statistics. */
public record PartnerView(
        UUID id,
        @Schema(examples = "Põhjala Süsteemid OÜ") String name,
        @Schema(examples = "EE") String country,
        PartnerStatus status,
        PartnerProfileView profile,
        ProgrammeView programme,
        PartnerStatistics record,
        List<PartnerAction> actions,

        @Schema(description = "Identifiers that are stored, although they are probably wrong")
        List<FieldWarning> warnings,

        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Identified, Versioned {}
