package ee.sild.customer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A partner's access to a customer. */
@Entity
@Table(name = "customer_partner")
class CustomerAccess {

    @Embeddable
    record Key(UUID customerId, UUID partnerId) {}

    @EmbeddedId
    private Key key;

    private Instant since;

    protected CustomerAccess() {
        // for Hibernate
    }

    CustomerAccess(UUID customerId, UUID partnerId, Instant now) {
        this.key = new Key(customerId, partnerId);
        this.since = now;
    }
}
