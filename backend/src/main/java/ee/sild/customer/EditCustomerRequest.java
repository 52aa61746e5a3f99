package ee.sild.customer;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Country;

/** A customer's details. */
public record EditCustomerRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Saarte Kalatööstus AS")
        String name,

        @NotNull @Country @Schema(description = "The country code (ISO 3166-1 alpha-2)", examples = "EE")
        String country,

        @Size(max = 50)
        @Schema(
                nullable = true,
                description = "The company's registry code, unique within the country",
                examples = "10203040")
        String registryCode,

        @Size(max = 50) @Schema(nullable = true, examples = "EE100203040")
        String vatNumber,

        @Size(max = 253)
        @Pattern(regexp = "[a-z0-9-]+(\\.[a-z0-9-]+)+")
        @Schema(nullable = true, examples = "saartekala.example")
        String webDomain,

        @Size(max = 200) @Schema(nullable = true, examples = "Sadama 4")
        String street,

        @Size(max = 100) @Schema(nullable = true, examples = "Kuressaare")
        String city,

        @Size(max = 20) @Schema(nullable = true, examples = "93812")
        String postalCode,

        @Schema(nullable = true) UUID industryId,

        @Schema(nullable = true, description = "The partner that manages this customer; set by the vendor only")
        UUID managingPartnerId,

        @Schema(
                nullable = true,
                description = "Whether the vendor sells to this customer directly; set by the vendor only")
        Boolean direct) {

    /** The details of a customer that does not exist yet. */
    static final EditCustomerRequest NOTHING =
            new EditCustomerRequest(null, null, null, null, null, null, null, null, null, null, false);

    static EditCustomerRequest of(Customer customer) {
        return new EditCustomerRequest(
                customer.name(),
                customer.country(),
                customer.registryCode(),
                customer.vatNumber(),
                customer.webDomain(),
                customer.street(),
                customer.city(),
                customer.postalCode(),
                customer.industryId(),
                customer.managingPartnerId(),
                customer.direct());
    }

    boolean isDirect() {
        return Boolean.TRUE.equals(direct);
    }
}
