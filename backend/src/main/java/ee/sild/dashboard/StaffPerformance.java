package ee.sild.dashboard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** The results of distribution. */
public record StaffPerformance(
        @Schema(description = "The value won this year, in the base currency")
        Money wonThisYear,

        @Schema(nullable = true, description = "The share of won among closed opportunities of the last twelve months")
        Double winRate,

        @Schema(
                nullable = true,
                description = "The share of accepted among answered and expired offers of the last twelve months")
        Double acceptanceRate,

        @Schema(
                nullable = true,
                description = "The average number of hours until an offer was answered in the last twelve months")
        Double answerHours) {}
