package ee.sild.distribution.collaboration;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.distribution.offer.Offer;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.partner.Partner;
import ee.sild.partner.Partners;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

/** Adds partners to a collaboration, or asks them to join it. */
@ApplicationScoped
public class AddCollaborator {

    private final Collaboration collaboration;
    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final Offers offers;
    private final Partners partners;
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;

    AddCollaborator(
            Collaboration collaboration,
            Opportunities opportunities,
            Collaborators collaborators,
            Offers offers,
            Partners partners,
            CurrentUser user,
            Event<OpportunityEvent> events) {
        this.collaboration = collaboration;
        this.opportunities = opportunities;
        this.collaborators = collaborators;
        this.offers = offers;
        this.partners = partners;
        this.user = user;
        this.events = events;
    }

    /** Whether a partner can get the opportunity: it is active, or works on it already. */
    public boolean accepts(Opportunity opportunity, UUID partner) {
        return partners.active(partner).isPresent()
                || collaborators.of(opportunity.id(), partner).isPresent();
    }

    /** Adds a partner that is not yet part of it. The first partner starts the collaboration. */
    void addIfAbsent(Opportunity opportunity, UUID partner, AddCollaboratorRequest request, Instant now) {
        if (collaborators.of(opportunity.id(), partner).isEmpty()) {
            add(opportunity, partner, request, now);
        }
    }

    /** Adds partners that are not yet part of it, in one step. */
    public void addAll(Opportunity opportunity, Map<UUID, AddCollaboratorRequest> requests, Instant now) {
        requests.forEach((partner, request) -> addIfAbsent(opportunity, partner, request, now));
        collaboration.settleLead(opportunity, now);
    }

    private void add(Opportunity opportunity, UUID partnerId, AddCollaboratorRequest request, Instant now) {
        var partner = partners.findById(partnerId);
        boolean asked = request.asks();
        if (opportunity.collaborationId() == null) {
            if (partnerId.equals(opportunity.partnerId())) {
                throw new RuleViolation("collaboration.alone");
            }
            collaboration.start(opportunity, asked, now);
        }
        var ref = new Ref(partner.id(), partner.name());
        Party by = opportunities.party(opportunity, user);
        var event = asked
                ? opportunity.sharing().ask(ref, by, now)
                : opportunity.sharing().add(ref, by, now);
        var collaborator = addCollaborator(opportunity, partner, request, asked, now);
        events.fire(event);
        if (request.leads()) {
            collaboration.lead(opportunity, collaborator, true, now);
        }
    }

    private Collaborator addCollaborator(
            Opportunity opportunity, Partner partner, AddCollaboratorRequest request, boolean asked, Instant now) {
        var time = asked ? partners.answerTime(partner, request.answerBy(), now) : partners.timeOfTaken(now);
        var offer = new Offer(opportunity.id(), partner.id(), request.message(), user.id(), time, now);
        offer.share(opportunity.collaborationId());
        if (!asked) {
            offer.takePart(now);
        }
        offers.persist(offer);
        var collaborator = asked
                ? Collaborator.asked(
                        opportunity.id(), opportunity.collaborationId(), partner.id(), offer.id(), time.answerBy())
                : Collaborator.joined(
                        opportunity.id(), opportunity.collaborationId(), partner.id(), offer.id(), null, now);
        collaborators.persist(collaborator);
        return collaborator;
    }
}
