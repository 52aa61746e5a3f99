package ee.sild.distribution.collaboration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.distribution.offer.Offer;
import ee.sild.distribution.offer.OfferStatus;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.partner.Partner;
import ee.sild.partner.Partners;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

/** Manages the partners that share an opportunity: they are added, asked, made lead, leave and are removed. */
@ApplicationScoped
public class Collaboration {

    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final Offers offers;
    private final Partners partners;
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;

    Collaboration(
            Opportunities opportunities,
            Collaborators collaborators,
            Offers offers,
            Partners partners,
            CurrentUser user,
            Event<OpportunityEvent> events) {
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
    public void addIfAbsent(Opportunity opportunity, UUID partner, AddCollaboratorRequest request, Instant now) {
        if (collaborators.of(opportunity.id(), partner).isEmpty()) {
            add(opportunity, partner, request, now);
        }
    }

    private void add(Opportunity opportunity, UUID partnerId, AddCollaboratorRequest request, Instant now) {
        var partner = partners.findById(partnerId);
        boolean asked = request.asks();
        if (opportunity.collaborationId() == null) {
            if (partnerId.equals(opportunity.partnerId())) {
                throw new RuleViolation("collaboration.alone");
            }
            start(opportunity, asked, now);
        }
        var ref = new Ref(partner.id(), partner.name());
        Party by = opportunities.party(opportunity, user);
        var event = asked
                ? opportunity.sharing().ask(ref, by, now)
                : opportunity.sharing().add(ref, by, now);
        var collaborator = addCollaborator(opportunity, partner, request, asked, now);
        events.fire(event);
        if (request.leads()) {
            lead(opportunity, collaborator, true, now);
        }
    }

    /** A partner that already works on it becomes one of several, without the lead. */
    private void start(Opportunity opportunity, boolean asked, Instant now) {
        var existing = offers.latest(opportunity.id(), OfferStatus.ACCEPTED);
        var alone = opportunity.partnerId();
        opportunity.sharing().start(asked, opportunities.party(opportunity, user), now);
        if (alone != null) {
            var offer = existing.orElseGet(() -> persisted(Offer.joined(opportunity, alone, user.id(), now)));
            offer.share(opportunity.collaborationId());
            collaborators.persist(
                    Collaborator.joined(opportunity.id(), opportunity.collaborationId(), alone, offer.id(), null, now));
        }
        opportunities.flush();
    }

    private Collaborator addCollaborator(
            Opportunity opportunity, Partner partner, AddCollaboratorRequest request, boolean asked, Instant now) {
        var time = partners.answerTime(partner, request.answerBy(), now);
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

    private Offer persisted(Offer offer) {
        offers.persist(offer);
        return offer;
    }

    /** Makes a partner the lead, or no partner. */
    void lead(Opportunity opportunity, Collaborator collaborator, boolean leads, Instant now) {
        if (leads && !collaborator.hasJoined()) {
            throw new RuleViolation("collaboration.not-joined");
        }
        collaborators.all(opportunity.id()).forEach(other -> other.lead(false));
        collaborators.flush();
        collaborator.lead(leads);
        events.fire(opportunity
                .sharing()
                .lead(
                        leads ? partners.ref(collaborator.partnerId()) : null,
                        opportunities.party(opportunity, user),
                        now));
    }

    /** Removes a partner, or recalls its unanswered offer. The last one cannot be removed. */
    void remove(Opportunity opportunity, Collaborator collaborator, Instant now) {
        if (isLast(opportunity, collaborator)) {
            throw new RuleViolation("collaboration.last");
        }
        var offer = offers.findById(collaborator.distributionId());
        OpportunityEvent event;
        if (collaborator.hasJoined()) {
            event = opportunity
                    .sharing()
                    .remove(partners.ref(collaborator.partnerId()), opportunities.party(opportunity, user), now);
            offer.end(OfferStatus.Transition.REVOKE, now);
        } else {
            event = opportunity.sharing().recall(collaborator.partnerId(), now);
            offer.recall(OfferStatus.Party.STAFF, now);
        }
        collaborators.delete(collaborator);
        events.fire(event);
    }

    /** Whether nobody would be left to work on it, or to answer while nobody works on it yet. */
    private boolean isLast(Opportunity opportunity, Collaborator collaborator) {
        var others = collaborators.all(opportunity.id()).stream()
                .filter(other -> !other.partnerId().equals(collaborator.partnerId()));
        boolean working = opportunity.status() != OpportunityStatus.DELIVERED;
        return (working && collaborator.hasJoined())
                ? others.noneMatch(Collaborator::hasJoined)
                : others.findAny().isEmpty();
    }

    /** A partner that was asked joins. */
    public OpportunityEvent join(Opportunity opportunity, Offer offer, Instant now) {
        var collaborator = collaboratorOf(opportunity, offer);
        collaborator.join(user.id(), now);
        return opportunity.sharing().join(partners.ref(offer.partnerId()), now);
    }

    /**
     * A partner that was asked does not join. Empty if it was the last one, or the offer is not part of a
     * collaboration: the opportunity then returns as with a single offer.
     */
    public Optional<OpportunityEvent> drop(Opportunity opportunity, Offer offer, Instant now) {
        boolean last = collaborators.all(opportunity.id()).stream()
                .allMatch(other -> other.partnerId().equals(offer.partnerId()));
        if (!offer.isShared() || last) {
            return Optional.empty();
        }
        collaborators.delete(collaboratorOf(opportunity, offer));
        var sharing = opportunity.sharing();
        return Optional.of(
                switch (offer.status()) {
                    case DECLINED -> sharing.decline(offer.partnerId(), offer.reasonCode(), offer.reason(), now);
                    case EXPIRED -> sharing.expire(offer.partnerId(), now);
                    case RECALLED -> sharing.recall(offer.partnerId(), now);
                    default ->
                        throw new IllegalStateException("An offer that is " + offer.status() + " is not dropped");
                });
    }

    private Collaborator collaboratorOf(Opportunity opportunity, Offer offer) {
        return collaborators
                .of(opportunity.id(), offer.partnerId())
                .orElseThrow(() -> new RuleViolation("distribution.transition", offer.status()));
    }
}
