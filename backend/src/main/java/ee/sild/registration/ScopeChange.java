package ee.sild.registration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import ee.sild.platform.Money;

/** A material change of the approved scope that waits for approval. The approved scope holds until then. */
@Embeddable
record ScopeChange(
        @Column(name = "change_value") BigDecimal amount,
        @Column(name = "change_currency") String currency,
        @Column(name = "change_territory_id") UUID territoryId,
        @Column(name = "change_requested_by") UUID requestedBy,
        @Column(name = "change_requested_at") Instant requestedAt) {

    static ScopeChange to(RegistrationScope next, UUID by, Instant now) {
        return new ScopeChange(next.amount(), next.currency(), next.territoryId(), by, now);
    }

    RegistrationScope scope() {
        return new RegistrationScope(amount, currency, territoryId);
    }

    boolean asksFor(RegistrationScope other) {
        return Objects.equals(scope().value(), other.value())
                && Objects.equals(currency, other.currency())
                && Objects.equals(territoryId, other.territoryId());
    }

    Money value() {
        return Money.of(amount, currency);
    }
}
