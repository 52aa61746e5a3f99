package ee.sild.dashboard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;
import ee.sild.platform.Ref;

/** What one partner won in the last twelve months. */
public record PartnerValue(
        Ref partner,
        long won,
        Money wonValue,

        @Schema(nullable = true, description = "Won of won and lost; null where there are none")
        Double winRate) {}
