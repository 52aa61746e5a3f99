package ee.sild.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.customer.ContactView;
import ee.sild.customer.Customers;
import ee.sild.distribution.collaboration.AddCollaboratorRequest;
import ee.sild.distribution.collaboration.ChangeCollaborators;
import ee.sild.distribution.delivery.AnswerOffers;
import ee.sild.distribution.delivery.DeclineOfferRequest;
import ee.sild.distribution.delivery.DirectDistributionRequest;
import ee.sild.distribution.delivery.DistributeOpportunity;
import ee.sild.distribution.delivery.OpportunityPool;
import ee.sild.distribution.offer.DeclineReason;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.edit.CreateOpportunity;
import ee.sild.opportunity.edit.CreateOpportunityRequest;
import ee.sild.opportunity.edit.UpdateOpportunity;
import ee.sild.opportunity.transition.AssignOpportunity;
import ee.sild.opportunity.transition.MoveOpportunity;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;
import ee.sild.timeline.note.WriteNote;
import ee.sild.timeline.note.WriteNoteRequest;

/** What the demo's users do with opportunities. Each action is a use case of the product. */
@ApplicationScoped
class DemoActions {

    /** For a partner that rules exclude at that time. */
    private static final String OVERRIDE = "Agreed with the partner by phone";

    private final CreateOpportunity createOpportunity;
    private final UpdateOpportunity updateOpportunity;
    private final MoveOpportunity moveOpportunity;
    private final AssignOpportunity assignOpportunity;
    private final DistributeOpportunity distributeOpportunity;
    private final OpportunityPool pool;
    private final AnswerOffers answerOffers;
    private final ChangeCollaborators changeCollaborators;
    private final WriteNote writeNote;
    private final Opportunities opportunities;
    private final Customers customers;
    private final CurrentUser user;
    private final ObjectMapper json;
    private final Clock clock;

    DemoActions(
            CreateOpportunity createOpportunity,
            UpdateOpportunity updateOpportunity,
            MoveOpportunity moveOpportunity,
            AssignOpportunity assignOpportunity,
            DistributeOpportunity distributeOpportunity,
            OpportunityPool pool,
            AnswerOffers answerOffers,
            ChangeCollaborators changeCollaborators,
            WriteNote writeNote,
            Opportunities opportunities,
            Customers customers,
            CurrentUser user,
            ObjectMapper json,
            Clock clock) {
        this.createOpportunity = createOpportunity;
        this.updateOpportunity = updateOpportunity;
        this.moveOpportunity = moveOpportunity;
        this.assignOpportunity = assignOpportunity;
        this.distributeOpportunity = distributeOpportunity;
        this.pool = pool;
        this.answerOffers = answerOffers;
        this.changeCollaborators = changeCollaborators;
        this.writeNote = writeNote;
        this.opportunities = opportunities;
        this.customers = customers;
        this.user = user;
        this.json = json;
        this.clock = clock;
    }

    Opportunity create(CreateOpportunityRequest request) {
        return createOpportunity.create(request, user, new Violations());
    }

    /** The contacts of a customer that the user sees. */
    Set<UUID> contacts(UUID customer) {
        return customers.contacts(customer).stream().map(ContactView::id).collect(Collectors.toSet());
    }

    /** @param changes the edited fields, as in a merge patch */
    void edit(UUID id, Map<String, Object> changes) {
        updateOpportunity.apply(json.valueToTree(changes), opportunities.lock(id, user, ExpectedVersion.NONE), user);
    }

    /** @param answerBy null for the time that the partner's tier has */
    UUID offer(UUID id, UUID partner, String message, Instant answerBy) {
        return distributeOpportunity
                .distribute(
                        id,
                        new DirectDistributionRequest("DIRECT", partner, message, answerBy, OVERRIDE),
                        ExpectedVersion.NONE)
                .offer()
                .distributionId();
    }

    void accept(UUID offer) {
        answerOffers.accept(offer, ExpectedVersion.NONE);
    }

    void decline(UUID offer, DeclineReason reason) {
        answerOffers.decline(offer, new DeclineOfferRequest(reason, null), ExpectedVersion.NONE);
    }

    void openToPool(UUID id) {
        pool.openToPool(id, ExpectedVersion.NONE);
    }

    void move(UUID id, MoveOpportunity.Command command) {
        moveOpportunity.move(id, ExpectedVersion.NONE, command);
    }

    void assign(UUID id, UUID person) {
        assignOpportunity.assignTo(id, person, ExpectedVersion.NONE);
    }

    /** Adds a partner to those that work on it, or lets it lead. */
    void addCollaborator(UUID id, UUID partner, boolean lead) {
        changeCollaborators.put(
                id, partner, new AddCollaboratorRequest(lead, null, null, null, OVERRIDE), ExpectedVersion.NONE);
    }

    void note(UUID id, String text) {
        writeNote.write(
                opportunities.get(id, user), new WriteNoteRequest(text, null, null, null), user, clock.instant());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
