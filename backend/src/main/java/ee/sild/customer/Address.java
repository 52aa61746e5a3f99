package ee.sild.customer;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A postal address within a country. */
@Embeddable
public record Address(
        @Size(max = 200) @Schema(nullable = true, examples = "Sadama 4")
        String street,

        @Size(max = 100) @Schema(nullable = true, examples = "Kuressaare")
        String city,

        @Size(max = 20) @Schema(nullable = true, examples = "93812")
        String postalCode) {

    public static final Address NONE = new Address(null, null, null);
}
