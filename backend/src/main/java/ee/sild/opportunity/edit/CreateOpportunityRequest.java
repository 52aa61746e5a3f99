package ee.sild.opportunity.edit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.customer.EditContactRequest;
import ee.sild.customer.EditCustomerRequest;
import ee.sild.opportunity.ExternalReference;
import ee.sild.platform.Currency;
import ee.sild.platform.Money;

/** A new opportunity, for an existing customer or for one created in the same step. */
public record CreateOpportunityRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Võrgu uuendus kolmes laos")
        String topic,

        @Size(max = 2000) @Schema(nullable = true) String summary,

        @Schema(nullable = true, description = "A customer that is there; otherwise send `customer`")
        UUID customerId,

        @Valid @Schema(nullable = true, description = "A new customer; otherwise send `customerId`")
        EditCustomerRequest customer,

        @Size(max = 50) @Schema(nullable = true, description = "People at the customer")
        Set<@NotNull UUID> contactIds,

        @Valid @Schema(nullable = true, description = "A new contact at the customer, added to `contactIds`")
        EditContactRequest contact,

        @Currency @Schema(nullable = true, description = "ISO 4217; the base currency where left out", examples = "EUR")
        String currency,

        @Valid @Schema(nullable = true) Money estimatedValue,

        @Min(0) @Max(100) @Schema(nullable = true, description = "Percent", examples = "40")
        Integer probability,

        @Schema(nullable = true) LocalDate estimatedCloseDate,
        @Size(max = 10_000) @Schema(nullable = true) String customerSituation,
        @Size(max = 10_000) @Schema(nullable = true) String customerNeed,
        @Size(max = 10_000) @Schema(nullable = true) String customerPainPoints,
        @Size(max = 10_000) @Schema(nullable = true) String proposedSolution,
        @Size(max = 50) @Schema(nullable = true) Set<@NotNull UUID> productLineIds,

        @Size(max = 50) @Schema(nullable = true, description = "Staff only")
        Set<@NotNull UUID> requiredCompetencyIds,

        @Schema(nullable = true, description = "Staff only") UUID territoryId,
        @Schema(nullable = true) UUID industryId,

        @Schema(nullable = true, description = "Staff only; the caller where left out")
        UUID ownerId,

        @Schema(nullable = true, description = "Staff only") LocalDate dueOn,

        @Size(max = 20) @Schema(nullable = true, description = "Staff only")
        List<@NotNull @Valid ExternalReference> externalReferences,

        @Schema(
                nullable = true,
                description = "Staff only: it is ready, and the distribution rules find its partner at "
                        + "once and by themselves")
        Boolean ready) {

    boolean isReady() {
        return Boolean.TRUE.equals(ready);
    }

    EditOpportunityRequest details() {
        return new EditOpportunityRequest(
                topic,
                summary,
                contactIds,
                currency,
                estimatedValue,
                probability,
                estimatedCloseDate,
                customerSituation,
                customerNeed,
                customerPainPoints,
                proposedSolution,
                productLineIds,
                requiredCompetencyIds,
                territoryId,
                industryId,
                ownerId,
                dueOn,
                externalReferences,
                null,
                null);
    }
}
