package ee.sild.customer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ee.sild.platform.Ids;

/** A person at a customer. */
@Entity
@Table(name = "customer_contact")
class Contact {

    @Id
    private UUID id;

    private UUID customerId;
    private String name;
    private String title;
    private String email;
    private String phone;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private UUID[] knownTo;

    private Instant createdAt;

    @Version
    private long version;

    protected Contact() {
        // for Hibernate
    }

    /** @param broughtBy the only partner that sees the contact; null if everyone who knows the customer sees it */
    Contact(UUID customerId, EditContactRequest details, UUID broughtBy, Instant now) {
        this.id = Ids.next();
        this.customerId = customerId;
        this.knownTo = broughtBy == null ? null : new UUID[] {broughtBy};
        this.createdAt = now;
        edit(details);
    }

    void edit(EditContactRequest details) {
        name = details.name().strip();
        title = details.title();
        email = details.email();
        phone = details.phone();
    }

    UUID id() {
        return id;
    }

    UUID customerId() {
        return customerId;
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }

    String email() {
        return email;
    }

    String phone() {
        return phone;
    }

    long version() {
        return version;
    }
}
