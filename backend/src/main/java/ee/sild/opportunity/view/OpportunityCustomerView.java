package ee.sild.opportunity.view;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.customer.ContactView;
import ee.sild.settings.MaskedField;

/** The customer of an opportunity, as far as the caller may know it. */
public record OpportunityCustomerView(
        UUID id,
        @Schema(examples = "Saarte Kala AS") String name,
        @Schema(examples = "EE") String country,
        @Schema(nullable = true, examples = "Kuressaare") String city,
        @Schema(nullable = true) String street,
        List<ContactView> contacts,

        @Schema(description = "Whether fields of the contacts are masked until the offer is accepted")
        boolean contactsHidden,

        @Schema(description = "The fields that are masked until the offer is accepted")
        List<MaskedField> maskedFields) {}
