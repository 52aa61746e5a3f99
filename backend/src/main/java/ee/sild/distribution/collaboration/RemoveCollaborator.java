package ee.sild.distribution.collaboration;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.distribution.offer.OfferStatus;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.partner.Partners;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

/** Removes partners from a collaboration. */
@ApplicationScoped
class RemoveCollaborator {

    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final Offers offers;
    private final Partners partners;
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;

    RemoveCollaborator(
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
            event = opportunity.invitation().recall(collaborator.partnerId(), now);
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
}
