package ee.sild.distribution.collaboration;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.distribution.offer.Offer;
import ee.sild.distribution.offer.OfferStatus;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.partner.Partners;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

/** Starts collaborations of several partners, and names their lead. */
@ApplicationScoped
class Collaboration {

    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final Offers offers;
    private final Partners partners;
    private final RowSecurity rows;
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;

    Collaboration(
            Opportunities opportunities,
            Collaborators collaborators,
            Offers offers,
            Partners partners,
            RowSecurity rows,
            CurrentUser user,
            Event<OpportunityEvent> events) {
        this.opportunities = opportunities;
        this.collaborators = collaborators;
        this.offers = offers;
        this.partners = partners;
        this.rows = rows;
        this.user = user;
        this.events = events;
    }

    /** A partner that already works on it becomes one of several, without the lead. */
    void start(Opportunity opportunity, boolean asked, Instant now) {
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

    /** Lets a partner lead that is the only one. Once there is another one, only a partner that staff named leads. */
    void settleLead(Opportunity opportunity, Instant now) {
        if (opportunity.collaborationId() == null || !opportunity.status().isWorked()) {
            return;
        }
        rows.asSystem(() -> {
            var all = collaborators.all(opportunity.id());
            var only = all.size() == 1 ? all.getFirst() : null;
            if (only != null && only.hasJoined() && !only.isLead()) {
                only.leadAlone();
                events.fire(opportunity.sharing().leadAlone(partners.ref(only.partnerId()), now));
            } else if (only == null) {
                all.stream().filter(Collaborator::isLeadAlone).findFirst().ifPresent(one -> {
                    one.lead(false);
                    events.fire(opportunity.sharing().leadAlone(null, now));
                });
            }
            return null;
        });
    }
}
