package ee.sild.opportunity.list;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.OpportunityAction.Situation;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.view.OpportunityValueView;
import ee.sild.platform.Identified;
import ee.sild.platform.Ref;
import ee.sild.platform.security.CurrentUser;

/** An opportunity in a list. */
public record OpportunitySummary(
        UUID id,
        @Schema(examples = "OPP-2026-000123") String number,
        @Schema(examples = "Võrgu uuendus kolmes laos") String topic,
        OpportunityStatus status,
        OriginSummary origin,
        Ref customer,
        OpportunityValueView value,
        PipelineSummary pipeline,
        AssignmentSummary assignment,
        OpportunityDistributionSummary distribution,
        OutcomeSummary outcome,
        List<OpportunityAction> actions,
        Instant updatedAt,
        long version)
        implements Identified {

    /** Creates the summary from database values; {@link #forCaller} adds the caller's actions. */
    public OpportunitySummary(
            UUID id,
            String number,
            String topic,
            String status,
            OriginSummary origin,
            Ref customer,
            OpportunityValueView value,
            PipelineSummary pipeline,
            AssignmentSummary assignment,
            OpportunityDistributionSummary distribution,
            OutcomeSummary outcome,
            Instant updatedAt,
            long version) {
        this(
                id,
                number,
                topic,
                OpportunityStatus.valueOf(status),
                origin,
                customer,
                value,
                pipeline,
                assignment,
                distribution,
                outcome,
                List.of(),
                updatedAt,
                version);
    }

    public OpportunitySummary forCaller(CurrentUser user) {
        boolean shared = assignment.shared();
        var place = assignment.place();
        var party = Party.of(status, shared, place.lead(), place.joined(), user);
        var situation = new Situation(status, origin.source(), shared, pipeline.requestedDueOn() != null, party);
        return withActions(OpportunityAction.open(situation, user));
    }

    private OpportunitySummary withActions(List<OpportunityAction> open) {
        return new OpportunitySummary(
                id,
                number,
                topic,
                status,
                origin,
                customer,
                value,
                pipeline,
                assignment,
                distribution,
                outcome,
                open,
                updatedAt,
                version);
    }
}
