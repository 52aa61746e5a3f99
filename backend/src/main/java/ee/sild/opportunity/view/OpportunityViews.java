package ee.sild.opportunity.view;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.OpportunityAction.Situation;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.platform.security.CurrentUser;

/** Shows opportunities as a viewer may see them. */
@ApplicationScoped
public class OpportunityViews {

    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final OpportunityCustomerViews customers;
    private final PipelineViews pipelines;
    private final Relations relations;
    private final Clock clock;

    OpportunityViews(
            Opportunities opportunities,
            Collaborators collaborators,
            OpportunityCustomerViews customers,
            PipelineViews pipelines,
            Relations relations,
            Clock clock) {
        this.opportunities = opportunities;
        this.collaborators = collaborators;
        this.customers = customers;
        this.pipelines = pipelines;
        this.relations = relations;
        this.clock = clock;
    }

    public OpportunityView view(Opportunity opportunity, CurrentUser viewer) {
        var party = opportunities.party(opportunity, viewer);
        boolean shared = opportunity.collaborationId() != null;
        boolean hidden = party == Party.OFFERED_PARTNER || party == Party.ANY_PARTNER;
        var collaborator = shared && !viewer.isStaff()
                ? collaborators.of(opportunity.id(), viewer.partnerId())
                : Optional.<Collaborator>empty();
        var asked = collaborator.filter(mine -> !mine.hasJoined());
        var status = asked.isPresent() ? OpportunityStatus.DELIVERED : opportunity.status();
        var related = relations.of(opportunity.id(), viewer.partnerId(), clock.instant());
        return new OpportunityView(
                opportunity.id(),
                opportunity.number(),
                opportunity.details().topic(),
                status,
                OriginView.of(opportunity, related),
                customers.of(opportunity, related, hidden),
                new OpportunityValueView(
                        opportunity.details().value(), opportunity.outcome().actualValue()),
                QualificationView.of(opportunity.details()),
                classification(related),
                pipelines.of(opportunity, related, status, hidden),
                AssignmentView.of(opportunity, related),
                new OpportunityDistributionView(
                        asked.map(Collaborator::distributionId)
                                .orElse(opportunity.offer().distributionId()),
                        asked.map(Collaborator::answerBy)
                                .orElse(opportunity.offer().answerBy()),
                        opportunity.offer().deliveredAt(),
                        viewer.isStaff() && opportunity.plan().exhausted()),
                OutcomeView.of(opportunity.outcome()),
                OpportunityAction.open(
                        new Situation(
                                status,
                                opportunity.source(),
                                shared,
                                opportunity.dueDate().isRequested(),
                                party),
                        viewer),
                opportunity.updatedAt(),
                opportunity.version());
    }

    private static ClassificationView classification(OpportunityRelations related) {
        return new ClassificationView(
                related.productLines(), related.competencies(), related.territory(), related.industry());
    }
}
