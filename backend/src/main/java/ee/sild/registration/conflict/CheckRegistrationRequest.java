package ee.sild.registration.conflict;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.customer.EditCustomerRequest;
import ee.sild.platform.Money;

/** A check whether exclusivity is available, for an existing customer or a new one. */
public record CheckRegistrationRequest(
        @Schema(nullable = true, description = "An existing customer; send `customer` otherwise")
        UUID customerId,

        @Valid @Schema(nullable = true, description = "A new customer")
        EditCustomerRequest customer,

        @Size(max = 50) @Schema(nullable = true, description = "The product lines; all if omitted")
        List<@NotNull UUID> productLineIds,

        @Schema(
                nullable = true,
                description = "The opportunity to register; its value and territory determine who would decide")
        UUID opportunityId,

        @Valid @Schema(nullable = true, description = "The estimated value, if there is no opportunity yet")
        Money estimatedValue,

        @Schema(nullable = true, description = "The territory, if there is no opportunity yet")
        UUID territoryId) {

    public CheckRegistrationRequest {
        productLineIds = productLineIds == null ? List.of() : productLineIds;
    }
}
