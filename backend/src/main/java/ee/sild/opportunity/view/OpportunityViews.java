package ee.sild.opportunity.view;

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
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;

/** Shows opportunities as a viewer may see them. */
@ApplicationScoped
public class OpportunityViews {

    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final OpportunityCustomerViews customers;
    private final PipelineViews pipelines;
    private final AssignmentViews assignments;
    private final Vocabularies vocabularies;

    OpportunityViews(
            Opportunities opportunities,
            Collaborators collaborators,
            OpportunityCustomerViews customers,
            PipelineViews pipelines,
            AssignmentViews assignments,
            Vocabularies vocabularies) {
        this.opportunities = opportunities;
        this.collaborators = collaborators;
        this.customers = customers;
        this.pipelines = pipelines;
        this.assignments = assignments;
        this.vocabularies = vocabularies;
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
        return new OpportunityView(
                opportunity.id(),
                opportunity.number(),
                opportunity.details().topic(),
                status,
                OriginView.of(opportunity),
                customers.of(opportunity, hidden),
                new OpportunityValueView(
                        opportunity.details().value(), opportunity.outcome().actualValue()),
                QualificationView.of(opportunity.details()),
                classification(opportunity),
                pipelines.of(opportunity, status, hidden),
                assignments.of(opportunity, collaborator),
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

    private ClassificationView classification(Opportunity opportunity) {
        return new ClassificationView(
                vocabularies.refs(Vocabulary.PRODUCT_LINE, opportunity.details().productLines()),
                vocabularies.refs(Vocabulary.COMPETENCY, opportunity.details().requiredCompetencies()),
                vocabularies.ref(Vocabulary.TERRITORY, opportunity.details().territoryId()),
                vocabularies.ref(Vocabulary.INDUSTRY, opportunity.details().industryId()));
    }
}
