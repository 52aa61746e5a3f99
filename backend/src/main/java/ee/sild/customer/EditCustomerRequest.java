package ee.sild.customer;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Country;
import ee.sild.platform.Identifiers;

/** A customer's details. */
public record EditCustomerRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Saarte Kalatööstus AS")
        String name,

        @NotNull @Country @Schema(description = "The country code (ISO 3166-1 alpha-2)", examples = "EE")
        String country,

        @Valid @Schema(nullable = true) CustomerProfileRequest profile,
        @Valid @Schema(nullable = true) Address address,

        @Schema(nullable = true, description = "The partner that manages this customer; set by the vendor only")
        UUID managingPartnerId,

        @Schema(
                nullable = true,
                description = "Whether the vendor sells to this customer directly; set by the vendor only")
        Boolean direct) {

    /** The details of a customer that does not exist yet. */
    static final EditCustomerRequest NOTHING = new EditCustomerRequest(null, null, null, null, null, false);

    public EditCustomerRequest {
        country = Identifiers.code(country);
        profile = profile == null ? CustomerProfileRequest.NONE : profile.in(country);
        address = address == null ? Address.NONE : address;
    }

    static EditCustomerRequest of(Customer customer) {
        return new EditCustomerRequest(
                customer.name(),
                customer.country(),
                CustomerProfileRequest.of(customer.profile()),
                customer.address(),
                customer.managingPartnerId(),
                customer.direct());
    }

    public boolean isDirect() {
        return Boolean.TRUE.equals(direct);
    }
}
