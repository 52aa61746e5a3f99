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
        @Schema(nullable = true, description = "A customer that the caller knows; otherwise send `customer`")
        UUID customerId,

        @Valid @Schema(nullable = true, description = "A customer that is not there yet")
        EditCustomerRequest customer,

        @Size(max = 50) @Schema(nullable = true, description = "Product lines; any of them where left out")
        List<@NotNull UUID> productLineIds,

        @Schema(
                nullable = true,
                description = "The opportunity that is to be registered; its value and territory say who would decide")
        UUID opportunityId,

        @Valid @Schema(nullable = true, description = "What it is worth, where it is no opportunity yet")
        Money estimatedValue,

        @Schema(nullable = true, description = "Where it lies, where it is no opportunity yet")
        UUID territoryId) {

    public CheckRegistrationRequest {
        productLineIds = productLineIds == null ? List.of() : productLineIds;
    }
}
