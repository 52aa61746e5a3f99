package ee.sild.distribution.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.distribution.collaboration.CollaborationAnswers;
import ee.sild.distribution.offer.Offer;
import ee.sild.distribution.offer.OfferAction;
import ee.sild.distribution.offer.OfferStatus;
import ee.sild.distribution.offer.OfferView;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.security.CurrentUser;

/** Recalls unanswered offers, and opportunities from the pool. */
@ApplicationScoped
class RecallOffers {

    private final Offers offers;
    private final CollaborationAnswers collaboration;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;
    private final Clock clock;

    RecallOffers(
            Offers offers,
            CollaborationAnswers collaboration,
            Opportunities opportunities,
            CurrentUser user,
            Event<OpportunityEvent> events,
            Clock clock) {
        this.offers = offers;
        this.collaboration = collaboration;
        this.opportunities = opportunities;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    OfferView recall(UUID id, ExpectedVersion version) {
        var locked = offers.lock(id, user);
        version.check(locked.offer().version());
        recall(locked.opportunity(), locked.offer(), clock.instant());
        return locked.view(user);
    }

    /** Recalls the open offer of an opportunity, or takes it out of the pool. */
    Opportunity recallOpportunity(UUID opportunityId, ExpectedVersion version) {
        var opportunity = opportunities.lock(opportunityId, user, version);
        if (opportunity.offer().distributionId() == null) {
            events.fire(opportunity.offering().recall(opportunities.party(opportunity, user), clock.instant()));
            offers.flush();
        } else {
            recall(opportunity, offers.findById(opportunity.offer().distributionId()), clock.instant());
        }
        return opportunity;
    }

    private void recall(Opportunity opportunity, Offer offer, Instant now) {
        OfferAction.RECALL.require(user);
        offer.recall(OfferStatus.Party.STAFF, now);
        events.fire(collaboration
                .drop(opportunity, offer, now)
                .orElseGet(() -> opportunity.offering().recall(opportunities.party(opportunity, user), now)));
        offers.flush();
    }
}
