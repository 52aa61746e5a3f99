package ee.sild.partner;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** A partner's results so far, computed from its offers and opportunities. */
public record PartnerStatistics(
        @Schema(description = "The number of opportunities that the partner is working on")
        long open,

        @Schema(description = "The number of offers that wait for the partner's answer")
        long offered,

        long won,
        long lost,

        @Schema(description = "The value won, in the base currency")
        Money wonValue,

        @Schema(
                description = "The number of won opportunities that the value leaves out, because their currency has "
                        + "no exchange rate")
        long unconverted,

        @Schema(
                description = "The share of accepted among answered and expired offers; null if there are none",
                nullable = true,
                examples = "0.82")
        Double acceptanceRate,

        @Schema(
                description = "The share of won among closed opportunities; null if there are none",
                nullable = true,
                examples = "0.41")
        Double winRate,

        @Schema(
                description = "The average number of hours until an offer was answered; null if none was",
                nullable = true,
                examples = "9.5")
        Double answerHours) {}
