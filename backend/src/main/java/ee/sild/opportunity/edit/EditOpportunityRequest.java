package ee.sild.opportunity.edit;

import java.time.LocalDate;
import java.util.Arrays;
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

import ee.sild.opportunity.ExternalReference;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.Source;
import ee.sild.opportunity.state.Phase;
import ee.sild.platform.Currency;
import ee.sild.platform.Money;

/** The fields of an opportunity that users edit. */
public record EditOpportunityRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Võrgu uuendus kolmes laos")
        String topic,

        @Size(max = 2000) @Schema(nullable = true) String summary,

        @Size(max = 50) @Schema(nullable = true, description = "People at the customer")
        Set<@NotNull UUID> contactIds,

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
        @Size(max = 50) @Schema(nullable = true) Set<@NotNull UUID> requiredCompetencyIds,
        @Schema(nullable = true) UUID territoryId,
        @Schema(nullable = true) UUID industryId,

        @Schema(nullable = true, description = "The staff user who looks after it")
        UUID ownerId,

        @Schema(
                nullable = true,
                description = "The date by which it is to be closed; a partner asks for more with `extend`")
        LocalDate dueOn,

        @Size(max = 20) @Schema(nullable = true) List<@NotNull @Valid ExternalReference> externalReferences,

        @Schema(nullable = true, description = "The partner's pipeline phase, once a partner works on it")
        Phase phase,

        @Size(max = 2000) @Schema(nullable = true, description = "Needed when the phase goes back")
        String phaseReason) {

    public EditOpportunityRequest {
        contactIds = contactIds == null ? Set.of() : contactIds;
        productLineIds = productLineIds == null ? Set.of() : productLineIds;
        requiredCompetencyIds = requiredCompetencyIds == null ? Set.of() : requiredCompetencyIds;
        externalReferences = externalReferences == null ? List.of() : externalReferences;
    }

    static EditOpportunityRequest of(Opportunity o) {
        return new EditOpportunityRequest(
                o.details().topic(),
                o.details().summary(),
                Set.copyOf(o.details().contacts()),
                o.details().currency(),
                o.details().estimatedValue(),
                o.details().probability(),
                o.details().estimatedCloseDate(),
                o.details().customerSituation(),
                o.details().customerNeed(),
                o.details().customerPainPoints(),
                o.details().proposedSolution(),
                Set.copyOf(o.details().productLines()),
                Set.copyOf(o.details().requiredCompetencies()),
                o.details().territoryId(),
                o.details().industryId(),
                o.ownerId(),
                o.dueDate().dueOn(),
                List.copyOf(o.details().externalReferences()),
                o.pipeline().phase(),
                null);
    }

    /**
     * The terms that only the vendor may set: fewer for an opportunity that a partner created than for a distributed
     * one.
     */
    List<Object> vendorTerms(Source source) {
        List<Object> always =
                Arrays.asList(ownerId, dueOn, Set.copyOf(externalReferences), territoryId, requiredCompetencyIds);
        return source == Source.PARTNER_CREATED
                ? always
                : Arrays.asList(always, topic, summary, productLineIds, industryId);
    }

    EditOpportunityRequest in(String otherCurrency) {
        var value = estimatedValue == null ? null : new Money(estimatedValue.amount(), otherCurrency);
        return copy(contactIds, otherCurrency, value, ownerId);
    }

    EditOpportunityRequest withContacts(Set<UUID> contacts) {
        return copy(contacts, currency, estimatedValue, ownerId);
    }

    EditOpportunityRequest ownedBy(UUID owner) {
        return copy(contactIds, currency, estimatedValue, owner);
    }

    private EditOpportunityRequest copy(Set<UUID> contacts, String money, Money value, UUID owner) {
        return new EditOpportunityRequest(
                topic,
                summary,
                contacts,
                money,
                value,
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
                owner,
                dueOn,
                externalReferences,
                phase,
                phaseReason);
    }
}
