package ee.sild.opportunity.view;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.customer.ContactView;
import ee.sild.customer.Customers;
import ee.sild.identity.Users;
import ee.sild.opportunity.ExtensionSettings;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.OpportunityAction.Situation;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.CollaboratorView;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.opportunity.state.ExternalReference;
import ee.sild.partner.Partners;
import ee.sild.platform.security.CurrentUser;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;
import ee.sild.settings.MaskedField;
import ee.sild.settings.Policies;

/** Builds opportunity views and checks the references of opportunities. */
@ApplicationScoped
public class OpportunityViews {

    private static final Set<MaskedField> OF_A_CONTACT =
            EnumSet.of(MaskedField.NAME, MaskedField.EMAIL, MaskedField.PHONE);

    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final Customers customers;
    private final Partners partners;
    private final Users users;
    private final Vocabularies vocabularies;
    private final Policies policies;
    private final ExtensionSettings extension;
    private final Clock clock;

    OpportunityViews(
            Opportunities opportunities,
            Collaborators collaborators,
            Customers customers,
            Partners partners,
            Users users,
            Vocabularies vocabularies,
            Policies policies,
            ExtensionSettings extension,
            Clock clock) {
        this.opportunities = opportunities;
        this.collaborators = collaborators;
        this.customers = customers;
        this.partners = partners;
        this.users = users;
        this.vocabularies = vocabularies;
        this.policies = policies;
        this.extension = extension;
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
        return new OpportunityView(
                opportunity.id(),
                opportunity.number(),
                opportunity.details().topic(),
                status,
                new OriginView(opportunity.source(), opportunity.createdAt(), references(opportunity)),
                customer(opportunity, hidden),
                new OpportunityValueView(
                        opportunity.details().value(), opportunity.outcome().actualValue()),
                QualificationView.of(opportunity.details()),
                classification(opportunity),
                pipeline(opportunity, status, hidden),
                assignment(opportunity, collaborator),
                new OpportunityDistributionView(
                        asked.map(Collaborator::distributionId)
                                .orElse(opportunity.offer().distributionId()),
                        asked.map(Collaborator::answerBy)
                                .orElse(opportunity.offer().answerBy()),
                        opportunity.offer().deliveredAt(),
                        viewer.isStaff() && opportunity.plan().exhausted()),
                new OutcomeView(
                        opportunity.outcome().closedAt(),
                        opportunity.outcome().closedOn(),
                        opportunity.outcome().reasonCode(),
                        opportunity.outcome().reason()),
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

    private OpportunityCustomerView customer(Opportunity opportunity, boolean hidden) {
        var customer = customers.of(opportunity.customerId());
        Set<MaskedField> masked = hidden ? policies.get().masked() : Set.of();
        return new OpportunityCustomerView(
                customer.id(),
                customer.name(),
                customer.country(),
                customer.address().city(),
                masked.contains(MaskedField.STREET) ? null : customer.address().street(),
                contacts(opportunity, hidden, masked),
                OF_A_CONTACT.stream().anyMatch(masked::contains),
                masked.stream().sorted().toList());
    }

    private List<ContactView> contacts(Opportunity opportunity, boolean hidden, Set<MaskedField> masked) {
        var known = !hidden
                ? customers.contacts(opportunity.customerId())
                : masked.containsAll(OF_A_CONTACT)
                        ? List.<ContactView>of()
                        : customers.contacts(opportunity.customerId(), masked);
        return known.stream()
                .filter(contact -> opportunity.details().contacts().contains(contact.id()))
                .toList();
    }

    private ClassificationView classification(Opportunity opportunity) {
        return new ClassificationView(
                vocabularies.refs(Vocabulary.PRODUCT_LINE, opportunity.details().productLines()),
                vocabularies.refs(Vocabulary.COMPETENCY, opportunity.details().requiredCompetencies()),
                vocabularies.ref(Vocabulary.TERRITORY, opportunity.details().territoryId()),
                vocabularies.ref(Vocabulary.INDUSTRY, opportunity.details().industryId()));
    }

    private PipelineView pipeline(Opportunity opportunity, OpportunityStatus status, boolean hidden) {
        return new PipelineView(
                opportunity.pipeline().phase(),
                opportunities.alert(opportunity, status, clock.instant()),
                opportunity.details().probability(),
                opportunity.details().estimatedCloseDate(),
                opportunity.pipeline().acceptedAt(),
                opportunity.dueDate().dueOn(),
                opportunity.dueDate().extensions(),
                opportunity.status().isWorked()
                        ? opportunity
                                .dueDate()
                                .extendableUntil(extension.times(), extension.days(), clock.instant())
                                .orElse(null)
                        : null,
                hidden ? null : request(opportunity));
    }

    /** In a collaboration, a partner sees its own assignee. */
    private AssignmentView assignment(Opportunity opportunity, Optional<Collaborator> collaborator) {
        boolean shared = opportunity.collaborationId() != null;
        var together = collaborators.views(opportunity.collaborationId());
        var leading = together.stream()
                .filter(CollaboratorView::lead)
                .map(CollaboratorView::partner)
                .findFirst()
                .orElse(null);
        return new AssignmentView(
                users.ref(opportunity.ownerId()),
                shared ? leading : partners.ref(opportunity.partnerId()),
                users.ref(
                        shared
                                ? collaborator.map(Collaborator::partnerUserId).orElse(null)
                                : opportunity.pipeline().assignee()),
                shared,
                together);
    }

    private ExtensionRequestView request(Opportunity opportunity) {
        var request = opportunity.dueDate().extensionRequest();
        return request == null
                ? null
                : new ExtensionRequestView(
                        request.dueOn(), request.reason(), users.ref(request.requestedBy()), request.requestedAt());
    }

    private static List<ExternalReference> references(Opportunity opportunity) {
        return opportunity.details().externalReferences().stream()
                .sorted(Comparator.comparing(ExternalReference::system).thenComparing(ExternalReference::externalId))
                .toList();
    }
}
