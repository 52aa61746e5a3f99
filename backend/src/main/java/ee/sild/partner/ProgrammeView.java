package ee.sild.partner;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;
import ee.sild.reference.TierView;

/** A partner's terms in the programme. */
public record ProgrammeView(
        @Schema(nullable = true) TierView tier,
        @Schema(nullable = true) Ref channelManager,
        @Schema(nullable = true) LocalDate memberSince,

        @Schema(nullable = true, description = "The last day of the partner's membership in the programme")
        LocalDate until,

        @Schema(
                nullable = true,
                description = "The number of open opportunities that the partner can work on at the same time")
        Integer capacity,

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

        List<Ref> territories,
        List<Ref> competencies) {}
