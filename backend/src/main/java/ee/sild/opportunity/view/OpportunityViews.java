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

    public OpportunityView view(Opportunity o, CurrentUser viewer) {
        var party = opportunities.party(o, viewer);
        boolean shared = o.collaborationId() != null;
        boolean hidden = party == Party.OFFERED_PARTNER || party == Party.ANY_PARTNER;
        var place = shared && !viewer.isStaff()
                ? collaborators.of(o.id(), viewer.partnerId())
                : Optional.<Collaborator>empty();
        var asked = place.filter(mine -> !mine.hasJoined());
        var status = asked.isPresent() ? OpportunityStatus.DELIVERED : o.status();
        return new OpportunityView(
                o.id(),
                o.number(),
                o.details().topic(),
                o.source(),
                status,
                opportunities.alert(o, status, clock.instant()),
                customer(o, hidden),
                new OpportunityValueView(o.details().currency(), o.details().estimatedValue(), o.actualValue()),
                new QualificationView(
                        o.details().summary(),
                        o.details().customerSituation(),
                        o.details().customerNeed(),
                        o.details().customerPainPoints(),
                        o.details().proposedSolution()),
                classification(o),
                pipeline(o, hidden),
                assignment(o, place),
                new OpportunityDistributionView(
                        asked.map(Collaborator::distributionId).orElse(o.offer().distributionId()),
                        asked.map(Collaborator::answerBy).orElse(o.offer().answerBy()),
                        o.offer().deliveredAt(),
                        viewer.isStaff() && o.plan().exhausted()),
                new OutcomeView(
                        o.outcome().closedAt(),
                        o.outcome().closedOn(),
                        o.outcome().reasonCode(),
                        o.outcome().reason()),
                references(o),
                OpportunityAction.open(
                        new Situation(status, o.source(), shared, o.dueDate().isRequested(), party), viewer.isSeller()),
                o.createdAt(),
                o.updatedAt(),
                o.version());
    }

    private OpportunityCustomerView customer(Opportunity o, boolean hidden) {
        var customer = customers.of(o.customerId());
        Set<MaskedField> kept = hidden ? policies.get().masked() : Set.of();
        return new OpportunityCustomerView(
                customer.id(),
                customer.name(),
                customer.country(),
                customer.city(),
                kept.contains(MaskedField.STREET) ? null : customer.street(),
                contacts(o, hidden, kept),
                OF_A_CONTACT.stream().anyMatch(kept::contains),
                kept.stream().sorted().toList());
    }

    private List<ContactView> contacts(Opportunity o, boolean hidden, Set<MaskedField> kept) {
        var known = !hidden
                ? customers.contacts(o.customerId())
                : kept.containsAll(OF_A_CONTACT) ? List.<ContactView>of() : customers.contacts(o.customerId(), kept);
        return known.stream()
                .filter(contact -> o.details().contacts().contains(contact.id()))
                .toList();
    }

    private ClassificationView classification(Opportunity o) {
        return new ClassificationView(
                vocabularies.refs(Vocabulary.PRODUCT_LINE, o.details().productLines()),
                vocabularies.refs(Vocabulary.COMPETENCY, o.details().requiredCompetencies()),
                vocabularies.ref(Vocabulary.TERRITORY, o.details().territoryId()),
                vocabularies.ref(Vocabulary.INDUSTRY, o.details().industryId()));
    }

    private PipelineView pipeline(Opportunity o, boolean hidden) {
        return new PipelineView(
                o.pipeline().phase(),
                o.details().probability(),
                o.details().estimatedCloseDate(),
                o.pipeline().acceptedAt(),
                o.dueDate().dueOn(),
                o.dueDate().extensions(),
                o.status().isWorked()
                        ? o.dueDate()
                                .extendableUntil(extension.times(), extension.days(), clock.instant())
                                .orElse(null)
                        : null,
                hidden ? null : wanted(o));
    }

    /** In a collaboration, a partner sees its own assignee. */
    private AssignmentView assignment(Opportunity o, Optional<Collaborator> place) {
        boolean shared = o.collaborationId() != null;
        var together = collaborators.views(o.collaborationId());
        var leading = together.stream()
                .filter(CollaboratorView::lead)
                .map(CollaboratorView::partner)
                .findFirst()
                .orElse(null);
        return new AssignmentView(
                users.ref(o.ownerId()),
                shared ? leading : partners.ref(o.partnerId()),
                users.ref(
                        shared
                                ? place.map(Collaborator::partnerUserId).orElse(null)
                                : o.pipeline().assignee()),
                shared,
                together);
    }

    private ExtensionRequestView wanted(Opportunity o) {
        var wanted = o.dueDate().extensionRequest();
        return wanted == null
                ? null
                : new ExtensionRequestView(
                        wanted.dueOn(), wanted.reason(), users.ref(wanted.requestedBy()), wanted.requestedAt());
    }

    private static List<ExternalReference> references(Opportunity o) {
        return o.details().externalReferences().stream()
                .sorted(Comparator.comparing(ExternalReference::system).thenComparing(ExternalReference::externalId))
                .toList();
    }
}
