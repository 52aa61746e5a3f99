package ee.sild.registration;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import ee.sild.opportunity.Opportunity;
import ee.sild.platform.Money;

/** The size and place of a deal: as submitted, and once approved, as approved. */
@Embeddable
public record RegistrationScope(
        @Column(name = "scope_value") BigDecimal amount,
        @Column(name = "scope_currency") String currency,
        @Column(name = "scope_territory_id") UUID territoryId) {

    static final RegistrationScope UNKNOWN = new RegistrationScope(null, null, null);

    /** What the opportunity is now. */
    public static RegistrationScope of(Opportunity opportunity) {
        var value = opportunity.details().value();
        return new RegistrationScope(
                value.estimatedValue(), value.currency(), opportunity.details().territoryId());
    }

    /** Null if nothing is known of it. */
    public Money value() {
        return Money.of(amount, currency);
    }
}
