package ee.sild.distribution.offer;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import ee.sild.distribution.offer.OfferStatus.Party;
import ee.sild.distribution.offer.OfferStatus.Transition;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.ObserverOrder;

/** Updates the offers of an opportunity when its status changes. */
@ApplicationScoped
class OfferUpdates {

    private final Offers offers;

    OfferUpdates(Offers offers) {
        this.offers = offers;
    }

    void onOpportunityEvent(@Observes @Priority(ObserverOrder.OFFERS) OpportunityEvent event) {
        switch (event) {
            case OpportunityEvent.Returned _ -> endWork(event, Transition.RETURN);
            case OpportunityEvent.TakenBack _ -> endWork(event, Transition.REVOKE);
            case OpportunityEvent.Won _, OpportunityEvent.Lost _, OpportunityEvent.Canceled _ -> {
                offers.each(
                        event.on().opportunityId(),
                        OfferStatus.DELIVERED,
                        offer -> true,
                        offer -> offer.recall(Party.SYSTEM, event.at()));
                endWork(event, Transition.COMPLETE);
            }
            case OpportunityEvent.Reopened _ -> reopen(event);
            default -> {
                // changes no offer
            }
        }
    }

    private void endWork(OpportunityEvent event, Transition transition) {
        offers.each(
                event.on().opportunityId(),
                OfferStatus.ACCEPTED,
                offer -> true,
                offer -> offer.end(transition, event.at()));
    }

    /** Reopens the offers of all partners that worked on it last. */
    private void reopen(OpportunityEvent event) {
        var last = offers.latest(event.on().opportunityId(), OfferStatus.COMPLETED)
                .map(Offer::id)
                .orElse(null);
        offers.each(
                event.on().opportunityId(),
                OfferStatus.COMPLETED,
                offer -> offer.isOf(event)
                        && (event.on().collaborationId() != null || offer.id().equals(last)),
                Offer::reopen);
    }
}
