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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner's terms in the programme. Only the vendor may change them. */
public record ProgrammeRequest(
        @Schema(nullable = true) UUID tierId,

        @Schema(nullable = true, description = "The staff user who manages this partner")
        UUID channelManagerId,

        @Schema(nullable = true, description = "The last day of the partner's membership in the programme")
        LocalDate until,

        @Min(0)
        @Max(100_000)
        @Schema(
                nullable = true,
                description = "The number of open opportunities that the partner can work on at the same time",
                examples = "20")
        Integer capacity,

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

    static final ProgrammeRequest NONE = new ProgrammeRequest(null, null, null, null, null, null, null, null);

    public ProgrammeRequest {
        territoryIds = territoryIds == null ? Set.of() : territoryIds;
        competencyIds = competencyIds == null ? Set.of() : competencyIds;
    }

    static ProgrammeRequest of(Partner partner) {
        return new ProgrammeRequest(
                partner.tierId(),
                partner.channelManagerId(),
                partner.programmeUntil(),
                partner.capacity(),
                partner.revenueFrom(),
                partner.revenueTo(),
                Set.copyOf(partner.territories()),
                Set.copyOf(partner.competencies()));
    }

    boolean isSameAs(ProgrammeRequest other) {
        return Objects.equals(tierId, other.tierId)
                && Objects.equals(channelManagerId, other.channelManagerId)
                && Objects.equals(until, other.until)
                && Objects.equals(capacity, other.capacity)
                && same(revenueFrom, other.revenueFrom)
                && same(revenueTo, other.revenueTo)
                && territoryIds.equals(other.territoryIds)
                && competencyIds.equals(other.competencyIds);
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return (one == null || other == null) ? one == null && other == null : one.compareTo(other) == 0;
    }
}
