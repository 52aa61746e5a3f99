package ee.sild.customer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A customer record that was merged into another one. Its ID still resolves to the other record. */
@Entity
public class CustomerAlias {

    @Id
    private UUID id;

    private UUID customerId;
    private String name;
    private UUID mergedBy;
    private Instant mergedAt;

    protected CustomerAlias() {
        // for Hibernate
    }

    public CustomerAlias(Customer gone, UUID customerId, UUID mergedBy, Instant mergedAt) {
        this.id = gone.id();
        this.name = gone.name();
        this.customerId = customerId;
        this.mergedBy = mergedBy;
        this.mergedAt = mergedAt;
    }
}
