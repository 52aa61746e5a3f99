package ee.sild.opportunity;

import jakarta.validation.Valid;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Currency;
import ee.sild.platform.Money;

/** What an opportunity is expected to be worth. */
public record OpportunityValueRequest(
        @Currency @Schema(nullable = true, description = "ISO 4217; defaults to the base currency", examples = "EUR")
        String currency,

        @Valid @Schema(nullable = true) Money estimated) {

    static final OpportunityValueRequest NONE = new OpportunityValueRequest(null, null);

    OpportunityValueRequest in(String otherCurrency) {
        return new OpportunityValueRequest(
                otherCurrency, estimated == null ? null : new Money(estimated.amount(), otherCurrency));
    }
}
