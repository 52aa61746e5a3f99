package ee.sild.opportunity.view;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.OpportunityValue;
import ee.sild.platform.Money;

/** What an opportunity is worth. */
public record OpportunityValueView(
        @Schema(examples = "EUR") String currency,
        @Schema(nullable = true) Money estimated,

        @Schema(nullable = true, description = "The value that it was won with")
        Money actual) {

    /** Creates it from database values. */
    public OpportunityValueView(String currency, BigDecimal estimated, BigDecimal actual) {
        this(currency, Money.of(estimated, currency), Money.of(actual, currency));
    }

    /** Creates it from an entity's columns. */
    public OpportunityValueView(OpportunityValue value, BigDecimal actual) {
        this(value.currency(), value.estimated(), Money.of(actual, value.currency()));
    }
}
