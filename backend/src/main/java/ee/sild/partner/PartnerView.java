package ee.sild.partner;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.Ref;
import ee.sild.platform.http.Versioned;
import ee.sild.reference.TierView;

/** A partner's profile and statistics. */
public record PartnerView(
        UUID id,
        @Schema(examples = "Põhjala Süsteemid OÜ") String name,
        @Schema(examples = "EE") String country,
        @Schema(nullable = true) String registryCode,
        @Schema(nullable = true) String vatNumber,
        @Schema(nullable = true) String webDomain,
        @Schema(nullable = true) String phone,
        @Schema(nullable = true) String about,
        PartnerStatus status,
        @Schema(nullable = true) TierView tier,
        @Schema(nullable = true) Ref channelManager,

        @Schema(
                nullable = true,
                description = "The number of open opportunities that the partner can work on at the same time")
        Integer capacity,

        @Schema(nullable = true, description = "The last day of the partner's membership in the programme")
        LocalDate programmeUntil,

        @Schema(
                nullable = true,
                description = "The minimum estimated value of opportunities offered to the partner, in the "
                        + "base currency")
        BigDecimal revenueFrom,

        @Schema(
                nullable = true,
                description = "The maximum estimated value of opportunities offered to the partner, in the "
                        + "base currency")
        BigDecimal revenueTo,

        @Schema(nullable = true) LocalDate memberSince,
        List<Ref> territories,
        List<Ref> competencies,
        PartnerStatistics record,
        List<PartnerAction> actions,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Identified, Versioned {}
