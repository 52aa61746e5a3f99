package ee.sild.customer;

import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a customer is registered and what it does. */
public record CustomerProfileRequest(
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

        @Schema(nullable = true) UUID industryId) {

    static final CustomerProfileRequest NONE = new CustomerProfileRequest(null, null, null, null);

    static CustomerProfileRequest of(CustomerProfile profile) {
        return new CustomerProfileRequest(
                profile.registryCode(), profile.vatNumber(), profile.webDomain(), profile.industryId());
    }
}
