package ee.sild.opportunity;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.Valid;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.OpportunityValue;
import ee.sild.platform.Currency;
import ee.sild.platform.Identifiers;
import ee.sild.platform.Money;

/** What an opportunity is expected to be worth. */
public record OpportunityValueRequest(
        @Currency @Schema(nullable = true, description = "ISO 4217; defaults to the base currency", examples = "EUR")
        String currency,

        @Valid @Schema(nullable = true) Money estimated) {

    static final OpportunityValueRequest NONE = ofEstimate(null, null);

    public OpportunityValueRequest {
        currency = Identifiers.code(currency);
    }

    /** A value of which only the estimate is known. */
    public static OpportunityValueRequest ofEstimate(String currency, Money estimated) {
        return new OpportunityValueRequest(currency, estimated);
    }

    static OpportunityValueRequest of(OpportunityValue value) {
        return new OpportunityValueRequest(value.currency(), value.estimated());
    }

    OpportunityValue stored() {
        return new OpportunityValue(currency, amount(estimated));
    }

    OpportunityValueRequest in(String otherCurrency) {
        return new OpportunityValueRequest(otherCurrency, in(estimated, otherCurrency));
    }

    /** The amounts by their field; null where none is given. */
    public Map<String, Money> amounts() {
        var amounts = new LinkedHashMap<String, Money>();
        amounts.put("estimated", estimated);
        return amounts;
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }

    private static Money in(Money money, String otherCurrency) {
        return money == null ? null : new Money(money.amount(), otherCurrency);
    }
}
