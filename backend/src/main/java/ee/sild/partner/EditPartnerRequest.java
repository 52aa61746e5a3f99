package ee.sild.partner;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Country;

/** A partner's profile. */
public record EditPartnerRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Põhjala Süsteemid OÜ")
        String name,

        @NotNull @Country @Schema(description = "The country code (ISO 3166-1 alpha-2)", examples = "EE")
        String country,

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

        @Size(max = 2000) @Schema(nullable = true, description = "The competencies of the partner")
        String about,

        @Schema(nullable = true) UUID tierId,

        @Schema(nullable = true, description = "The staff user who manages this partner")
        UUID channelManagerId,

        @Min(0)
        @Max(100_000)
        @Schema(
                nullable = true,
                description = "The number of open opportunities that the partner can work on at the same time",
                examples = "20")
        Integer capacity,

        @Schema(nullable = true, description = "The last day of the partner's membership in the programme")
        LocalDate programmeUntil,

        @DecimalMin("0")
        @Digits(integer = 12, fraction = 2)
        @Schema(
                nullable = true,
                description = "The minimum estimated value of opportunities offered to the partner, in the "
                        + "base currency",
                examples = "5000")
        BigDecimal revenueFrom,

        @DecimalMin("0")
        @Digits(integer = 12, fraction = 2)
        @Schema(
                nullable = true,
                description = "The maximum estimated value of opportunities offered to the partner, in the "
                        + "base currency",
                examples = "250000")
        BigDecimal revenueTo,

        @Size(max = 200) @Schema(nullable = true) Set<@NotNull UUID> territoryIds,
        @Size(max = 200) @Schema(nullable = true) Set<@NotNull UUID> competencyIds) {

    public EditPartnerRequest {
        territoryIds = territoryIds == null ? Set.of() : territoryIds;
        competencyIds = competencyIds == null ? Set.of() : competencyIds;
    }

    static EditPartnerRequest of(Partner partner) {
        return new EditPartnerRequest(
                partner.name(),
                partner.country(),
                partner.registryCode(),
                partner.vatNumber(),
                partner.webDomain(),
                partner.phone(),
                partner.about(),
                partner.tierId(),
                partner.channelManagerId(),
                partner.capacity(),
                partner.programmeUntil(),
                partner.revenueFrom(),
                partner.revenueTo(),
                Set.copyOf(partner.territories()),
                Set.copyOf(partner.competencies()));
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return (one == null || other == null) ? one == null && other == null : one.compareTo(other) == 0;
    }

    /** Whether all terms that only the vendor may change are the same. */
    boolean keepsTermsOf(EditPartnerRequest other) {
        return Objects.equals(tierId, other.tierId)
                && Objects.equals(channelManagerId, other.channelManagerId)
                && Objects.equals(programmeUntil, other.programmeUntil)
                && same(revenueFrom, other.revenueFrom)
                && same(revenueTo, other.revenueTo)
                && territoryIds.equals(other.territoryIds)
                && competencyIds.equals(other.competencyIds);
    }
}
