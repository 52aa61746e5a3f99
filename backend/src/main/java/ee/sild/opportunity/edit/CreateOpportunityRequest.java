package ee.sild.opportunity.edit;

import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.customer.EditContactRequest;
import ee.sild.customer.EditCustomerRequest;
import ee.sild.opportunity.ClassificationRequest;
import ee.sild.opportunity.EditOpportunityRequest;
import ee.sild.opportunity.OpportunityValueRequest;
import ee.sild.opportunity.QualificationRequest;
import ee.sild.opportunity.Source;
import ee.sild.opportunity.state.OriginRequest;

/** A new opportunity, for an existing customer or for one created in the same step. */
public record CreateOpportunityRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Võrgu uuendus kolmes laos")
        String topic,

        @Schema(nullable = true, description = "An existing customer; otherwise send `customer`")
        UUID customerId,

        @Valid @Schema(nullable = true, description = "A new customer; otherwise send `customerId`")
        EditCustomerRequest customer,

        @Size(max = 50) @Schema(nullable = true, description = "Contacts at the customer")
        Set<@NotNull UUID> contactIds,

        @Valid @Schema(nullable = true, description = "A new contact at the customer, added to `contactIds`")
        EditContactRequest contact,

        @Valid @Schema(nullable = true) OpportunityValueRequest value,
        @Valid @Schema(nullable = true) QualificationRequest qualification,
        @Valid @Schema(nullable = true) ClassificationRequest classification,
        @Valid @Schema(nullable = true) CreatePipelineRequest pipeline,

        @Schema(nullable = true, description = "Staff only; defaults to the caller")
        UUID ownerId,

        @Valid @Schema(nullable = true) OriginRequest origin,

        @Schema(nullable = true, description = "Staff only: distribute it immediately by the distribution rules")
        Boolean ready) {

    /** Whether it has terms that only the vendor may set. */
    boolean hasVendorTerms() {
        var nothing = EditOpportunityRequest.ofTopic(null).vendorTerms(Source.PARTNER_CREATED);
        return isReady() || !details().vendorTerms(Source.PARTNER_CREATED).equals(nothing);
    }

    boolean isReady() {
        return Boolean.TRUE.equals(ready);
    }

    EditOpportunityRequest details() {
        return new EditOpportunityRequest(
                topic,
                contactIds,
                value,
                qualification,
                classification,
                pipeline == null ? null : pipeline.withoutPhase(),
                ownerId,
                origin);
    }
}
