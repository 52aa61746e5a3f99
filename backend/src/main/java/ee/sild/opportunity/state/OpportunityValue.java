package ee.sild.opportunity.state;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;

import ee.sild.platform.Money;

/** What an opportunity is expected to be worth: amounts in one currency. */
@Embeddable
public record OpportunityValue(String currency, BigDecimal estimatedValue) {

    public Money estimated() {
        return Money.of(estimatedValue, currency);
    }
}
