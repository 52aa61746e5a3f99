package ee.sild.opportunity.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.platform.Identified;
import ee.sild.platform.http.Versioned;

/** An opportunity with all its details. */
public record OpportunityView(
        UUID id,
        @Schema(examples = "OPP-2026-000123") String number,
        @Schema(examples = "Võrgu uuendus kolmes laos") String topic,
        OpportunityStatus status,
        OriginView origin,
        OpportunityCustomerView customer,
        OpportunityValueView value,
        QualificationView qualification,
        ClassificationView classification,
        PipelineView pipeline,
        AssignmentView assignment,
        OpportunityDistributionView distribution,
        OutcomeView outcome,

        @Schema(description = "The actions that the caller can take")
        List<OpportunityAction> actions,

        Instant updatedAt,
        long version)
        implements Identified, Versioned {}
