package ee.sild.distribution.offer;

import java.util.EnumSet;
import java.util.Set;

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

    private static final Set<OfferStatus> OPEN = EnumSet.of(OfferStatus.DELIVERED, OfferStatus.ACCEPTED);

    private final Offers offers;

    OfferUpdates(Offers offers) {
        this.offers = offers;
    }

    void onOpportunityEvent(@Observes @Priority(ObserverOrder.OFFERS) OpportunityEvent event) {
        switch (event) {
            case OpportunityEvent.Returned _ -> endWork(event, Transition.RETURN);
            case OpportunityEvent.TakenBack _ -> endWork(event, Transition.REVOKE);
            case OpportunityEvent.Won _, OpportunityEvent.Lost _, OpportunityEvent.Canceled _ -> complete(event);
            case OpportunityEvent.Reopened _ -> reopen(event);
            default -> {
                // changes no offer
            }
        }
    }

    private void complete(OpportunityEvent event) {
        offers.each(event.on().opportunityId(), OPEN, offer -> true, offer -> {
            if (offer.status() == OfferStatus.DELIVERED) {
                offer.recall(Party.SYSTEM, event.at());
            } else {
                offer.end(Transition.COMPLETE, event.at());
            }
        });
    }

    private void endWork(OpportunityEvent event, Transition transition) {
        offers.each(
                event.on().opportunityId(),
                EnumSet.of(OfferStatus.ACCEPTED),
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
                EnumSet.of(OfferStatus.COMPLETED),
                offer -> offer.isOf(event)
                        && (event.on().collaborationId() != null || offer.id().equals(last)),
                Offer::reopen);
    }
}
