package ee.sild.partner;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** A partner's results so far, computed from its offers and opportunities. */
public record PartnerStatistics(
        @Schema(description = "Opportunities it works on now")
        long open,

        @Schema(description = "Offers waiting for its answer")
        long offered,

        long won,
        long lost,

        @Schema(description = "Value won, in the base currency")
        Money wonValue,

        @Schema(
                description = "Accepted offers of all answered or expired ones; null where there are none",
                nullable = true,
                examples = "0.82")
        Double acceptanceRate,

        @Schema(description = "Won of all won and lost; null where there are none", nullable = true, examples = "0.41")
        Double winRate,

        @Schema(
                description = "Hours until an offer is answered, on average; null where none was",
                nullable = true,
                examples = "9.5")
        Double answerHours) {}
