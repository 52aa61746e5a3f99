package ee.sild.customer.duplicate;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.customer.CustomerSummary;
import ee.sild.customer.MatchedBy;

/** An existing customer that may be the company about to be added. */
public record LikelyCustomerView(
        UUID id,
        @Schema(examples = "Saarte Kalatööstus AS") String name,
        @Schema(examples = "EE") String country,
        @Schema(nullable = true) String city,
        @Schema(nullable = true) String registryCode,
        MatchedBy matchedBy,

        @Schema(description = "The similarity of the names, from 0 to 1; 1 for any other kind of match")
        double likeness) {

    static LikelyCustomerView of(CustomerSummary customer, MatchedBy by, double likeness) {
        return new LikelyCustomerView(
                customer.id(),
                customer.name(),
                customer.country(),
                customer.city(),
                customer.registryCode(),
                by,
                likeness);
    }
}
