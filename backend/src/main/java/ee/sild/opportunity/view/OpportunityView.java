package ee.sild.opportunity.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.customer.ContactView;
import ee.sild.opportunity.Alert;
import ee.sild.opportunity.ExternalReference;
import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Source;
import ee.sild.opportunity.collaborator.CollaboratorView;
import ee.sild.opportunity.state.Phase;
import ee.sild.platform.Identified;
import ee.sild.platform.Money;
import ee.sild.platform.Ref;
import ee.sild.platform.http.Versioned;
import ee.sild.settings.MaskedField;

/** An opportunity with all its details. */
public record OpportunityView(
        UUID id,
        @Schema(examples = "OPP-2026-000123") String number,
        @Schema(examples = "Võrgu uuendus kolmes laos") String topic,
        @Schema(nullable = true) String summary,
        Ref customer,

        @Schema(description = "Where the customer is", examples = "EE")
        String customerCountry,

        @Schema(nullable = true, examples = "Kuressaare") String customerCity,
        @Schema(nullable = true) String customerStreet,
        List<ContactView> contacts,

        @Schema(description = "Whether something of the contacts is kept back until the offer is accepted")
        boolean contactsHidden,

        @Schema(description = "What of the customer is kept back until the offer is accepted")
        List<MaskedField> maskedFields,

        @Schema(examples = "EUR") String currency,
        @Schema(nullable = true) Money estimatedValue,
        @Schema(nullable = true) Money actualValue,
        @Schema(nullable = true, description = "Percent") Integer probability,
        @Schema(nullable = true) LocalDate estimatedCloseDate,
        @Schema(nullable = true) String customerSituation,
        @Schema(nullable = true) String customerNeed,
        @Schema(nullable = true) String customerPainPoints,
        @Schema(nullable = true) String proposedSolution,
        List<Ref> productLines,
        List<Ref> requiredCompetencies,
        @Schema(nullable = true) Ref territory,
        @Schema(nullable = true) Ref industry,
        Source source,
        OpportunityStatus status,
        @Schema(nullable = true) Phase phase,

        @Schema(nullable = true, description = "Why it needs looking after")
        Alert alert,

        @Schema(nullable = true) Ref owner,

        @Schema(nullable = true, description = "The partner that manages it; of several, the one that leads")
        Ref partner,

        @Schema(description = "Whether several partners work on it together")
        boolean shared,

        @Schema(
                description =
                        "The partners that work on it together, the lead first; for staff also those that are asked to")
        List<CollaboratorView> collaborators,

        @Schema(nullable = true) Ref partnerUser,

        @Schema(nullable = true, description = "The offer that waits for an answer")
        UUID distributionId,

        @Schema(nullable = true, description = "When the offer has to be answered")
        Instant answerBy,

        @Schema(description = "Whether it was to go to the next partner by itself, and none is left")
        boolean exhausted,

        @Schema(nullable = true) Instant deliveredAt,
        @Schema(nullable = true) Instant acceptedAt,
        @Schema(nullable = true) Instant closedAt,
        @Schema(nullable = true) LocalDate closedOn,

        @Schema(nullable = true, description = "The date by which it is to be closed")
        LocalDate dueOn,

        @Schema(description = "How many times that date was moved")
        int extensions,

        @Schema(
                nullable = true,
                description = "The latest date that a partner may set by itself; what goes further is "
                        + "asked of the vendor. Null where all is")
        LocalDate extendableUntil,

        @Schema(nullable = true, description = "More time that the partner asks for")
        ExtensionRequestView extensionRequest,

        @Schema(nullable = true, description = "Why it was declined, returned or lost")
        String reasonCode,

        @Schema(nullable = true) String reason,
        List<ExternalReference> externalReferences,

        @Schema(description = "What the caller can do to it now")
        List<OpportunityAction> actions,

        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Identified, Versioned {}
