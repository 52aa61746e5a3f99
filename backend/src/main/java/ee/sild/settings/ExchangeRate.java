package ee.sild.settings;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Currency;
import ee.sild.platform.Identifiers;
import ee.sild.platform.Rate;

/** The value of one base currency unit in another currency, from a day on. */
public record ExchangeRate(
        @NotNull @Currency @Schema(examples = "SEK") String currency,

        @NotNull
        @Schema(
                description =
                        "The day from which the rate applies, until a later rate of the same currency " + "starts")
        LocalDate validFrom,

        @NotNull
        @Positive
        @Rate
        @Schema(
                description = "Units of this currency per unit of the base currency: 0.00000001 to 1000000000, "
                        + "with at most 8 decimals",
                examples = "11.2")
        BigDecimal rate) {

    public ExchangeRate {
        currency = Identifiers.code(currency);
    }
}
