package ee.sild.dashboard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** A partner's results. */
public record PartnerPerformance(
        @Schema(description = "The value won this year") Money wonThisYear,

        @Schema(nullable = true, description = "The share of won among closed opportunities of the last twelve months")
        Double winRate) {}
