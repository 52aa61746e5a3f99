package ee.sild.dashboard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;
import ee.sild.platform.Ref;

/** What one partner won in the last twelve months. */
public record PartnerValue(
        Ref partner,
        long won,
        Money wonValue,

        @Schema(nullable = true, description = "The share of won among closed opportunities; null if there are none")
        Double winRate) {}
