package ee.sild.customer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import ee.sild.platform.Ids;

/** A company that may buy from the vendor. */
@Entity
public class Customer {

    @Id
    private UUID id;

    private String name;
    private String country;
    private CustomerProfile profile;
    private Address address;
    private UUID managingPartnerId;
    private UUID broughtBy;
    private boolean direct;
    private Instant createdAt;
    private Instant updatedAt;

    /** The words that a search finds it by; the database folds them. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    private String searched;

    @Version
    private long version;

    protected Customer() {
        // for Hibernate
    }

    /** @param broughtBy the partner that added it; null for the vendor */
    Customer(EditCustomerRequest details, UUID broughtBy, Instant now) {
        this.id = Ids.next();
        this.broughtBy = broughtBy;
        this.createdAt = now;
        edit(details, now);
    }

    public void edit(EditCustomerRequest details, Instant now) {
        name = details.name().strip();
        country = details.country();
        profile = CustomerProfile.of(details.profile());
        address = details.address();
        managingPartnerId = details.managingPartnerId();
        direct = details.isDirect();
        updatedAt = now;
    }

    boolean isBroughtBy(UUID partner) {
        return partner.equals(broughtBy);
    }

    boolean isRegisteredAs(String inCountry, String code) {
        return country.equals(inCountry) && profile().hasRegistryCode(code);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String country() {
        return country;
    }

    CustomerProfile profile() {
        return profile == null ? CustomerProfile.NONE : profile;
    }

    public Address address() {
        return address == null ? Address.NONE : address;
    }

    public UUID industryId() {
        return profile().industryId();
    }

    /** Whether the vendor sells to it directly. */
    boolean direct() {
        return direct;
    }

    public EditCustomerRequest details() {
        return EditCustomerRequest.of(this);
    }

    UUID managingPartnerId() {
        return managingPartnerId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    public long version() {
        return version;
    }
}
