package ee.sild.platform;

import java.math.BigDecimal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount in a currency, with no more decimals than the currency has. */
@MoneyScale
@Schema(description = "An amount in a currency")
public record Money(
        @NotNull
        @PositiveOrZero
        @Digits(integer = 13, fraction = 4)
        @Schema(
                description =
                        "The amount: at most 15 significant digits, and no more decimals than the " + "currency has",
                examples = "12500.00")
        BigDecimal amount,

        @NotNull @Currency @Schema(description = "The currency code (ISO 4217)", examples = "EUR")
        String currency) {

    public Money {
        currency = Identifiers.code(currency);
    }

    /** An amount from an entity's columns; null if there is none. */
    public static Money of(BigDecimal amount, String currency) {
        if (amount == null) {
            return null;
        }
        int decimals = Math.max(0, java.util.Currency.getInstance(currency).getDefaultFractionDigits());
        BigDecimal plain = amount.stripTrailingZeros();
        return new Money(plain.setScale(Math.max(decimals, plain.scale())), currency);
    }
}
