package ee.sild.customer;

import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Embeddable;

/** How a customer is registered and what it does. Hibernate reads a row without any of it as null. */
@Embeddable
record CustomerProfile(String registryCode, String vatNumber, String webDomain, UUID industryId) {

    static final CustomerProfile NONE = new CustomerProfile(null, null, null, null);

    static CustomerProfile of(CustomerProfileRequest request) {
        return new CustomerProfile(
                request.registryCode(), request.vatNumber(), request.webDomain(), request.industryId());
    }

    boolean hasRegistryCode(String code) {
        return Objects.equals(registryCode, code);
    }
}
