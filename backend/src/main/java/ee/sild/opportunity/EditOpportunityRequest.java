package ee.sild.opportunity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.OriginRequest;

/** The fields of an opportunity that users edit. */
public record EditOpportunityRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Võrgu uuendus kolmes laos")
        String topic,

        @Size(max = 50) @Schema(nullable = true, description = "Contacts at the customer")
        Set<@NotNull UUID> contactIds,

        @Valid @Schema(nullable = true) OpportunityValueRequest value,
        @Valid @Schema(nullable = true) QualificationRequest qualification,
        @Valid @Schema(nullable = true) ClassificationRequest classification,
        @Valid @Schema(nullable = true) EditPipelineRequest pipeline,

        @Schema(nullable = true, description = "The staff user who is responsible")
        UUID ownerId,

        @Valid @Schema(nullable = true) OriginRequest origin) {

    public EditOpportunityRequest {
        contactIds = contactIds == null ? Set.of() : contactIds;
        value = value == null ? OpportunityValueRequest.NONE : value;
        qualification = qualification == null ? QualificationRequest.NONE : qualification;
        classification = classification == null ? ClassificationRequest.NONE : classification;
        pipeline = pipeline == null ? EditPipelineRequest.NONE : pipeline;
        origin = origin == null ? OriginRequest.NONE : origin;
    }

    /** An opportunity of which nothing else is known yet. */
    public static EditOpportunityRequest ofTopic(String topic) {
        return new EditOpportunityRequest(topic, null, null, null, null, null, null, null);
    }

    public static EditOpportunityRequest of(Opportunity opportunity) {
        return new EditOpportunityRequest(
                opportunity.details().topic(),
                Set.copyOf(opportunity.details().contacts()),
                OpportunityValueRequest.of(opportunity.details().value()),
                QualificationRequest.of(opportunity.details()),
                ClassificationRequest.of(opportunity.details()),
                EditPipelineRequest.of(opportunity),
                opportunity.ownerId(),
                new OriginRequest(List.copyOf(opportunity.details().externalReferences())));
    }

    /**
     * The terms that only the vendor may set: fewer for an opportunity that a partner created than for a distributed
     * one.
     */
    public List<Object> vendorTerms(Source source) {
        List<Object> always = Arrays.asList(
                ownerId,
                pipeline.dueOn(),
                Set.copyOf(origin.externalReferences()),
                classification.territoryId(),
                classification.requiredCompetencyIds());
        return source == Source.PARTNER_CREATED
                ? always
                : Arrays.asList(
                        always,
                        topic,
                        qualification.summary(),
                        classification.productLineIds(),
                        classification.industryId());
    }

    public EditOpportunityRequest withValue(OpportunityValueRequest otherValue) {
        return new EditOpportunityRequest(
                topic, contactIds, otherValue, qualification, classification, pipeline, ownerId, origin);
    }

    public EditOpportunityRequest in(String otherCurrency) {
        return withValue(value.in(otherCurrency));
    }

    public EditOpportunityRequest withContacts(Set<UUID> contacts) {
        return new EditOpportunityRequest(
                topic, contacts, value, qualification, classification, pipeline, ownerId, origin);
    }

    public EditOpportunityRequest ownedBy(UUID owner) {
        return new EditOpportunityRequest(
                topic, contactIds, value, qualification, classification, pipeline, owner, origin);
    }
}
