package ee.sild.customer;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
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
    private String registryCode;
    private String vatNumber;
    private String webDomain;
    private String street;
    private String city;
    private String postalCode;
    private UUID industryId;
    private UUID managingPartnerId;
    private UUID broughtBy;
    private boolean direct;
    private Instant createdAt;
    private Instant updatedAt;

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

    void edit(EditCustomerRequest details, Instant now) {
        name = details.name().strip();
        country = details.country();
        registryCode = details.profile().registryCode();
        vatNumber = details.profile().vatNumber();
        webDomain = details.profile().webDomain();
        industryId = details.profile().industryId();
        street = details.address().street();
        city = details.address().city();
        postalCode = details.address().postalCode();
        managingPartnerId = details.managingPartnerId();
        direct = details.isDirect();
        updatedAt = now;
    }

    boolean isBroughtBy(UUID partner) {
        return partner.equals(broughtBy);
    }

    boolean isRegisteredAs(String inCountry, String code) {
        return country.equals(inCountry) && Objects.equals(registryCode, code);
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

    String registryCode() {
        return registryCode;
    }

    String vatNumber() {
        return vatNumber;
    }

    String webDomain() {
        return webDomain;
    }

    public Address address() {
        return new Address(street, city, postalCode);
    }

    public UUID industryId() {
        return industryId;
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

    long version() {
        return version;
    }
}
