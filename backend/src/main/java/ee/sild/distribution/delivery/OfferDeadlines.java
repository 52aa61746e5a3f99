package ee.sild.distribution.delivery;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import ee.sild.distribution.collaboration.CollaborationAnswers;
import ee.sild.distribution.offer.DueOffer;
import ee.sild.distribution.offer.OfferStatus;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.security.RowSecurity;

/** Applies the deadlines of offers. */
@ApplicationScoped
@Transactional
class OfferDeadlines {

    private final Offers offers;
    private final CollaborationAnswers collaboration;
    private final Event<OpportunityEvent> events;
    private final RowSecurity rows;
    private final Clock clock;

    OfferDeadlines(
            Offers offers,
            CollaborationAnswers collaboration,
            Event<OpportunityEvent> events,
            RowSecurity rows,
            Clock clock) {
        this.offers = offers;
        this.collaboration = collaboration;
        this.events = events;
        this.rows = rows;
        this.clock = clock;
    }

    /** An answer in the last moment has already won. */
    void expire(DueOffer due) {
        rows.perform(null, () -> expireIfOpen(due));
    }

    private void expireIfOpen(DueOffer due) {
        Instant now = clock.instant();
        var locked = offers.lock(due.id());
        var opportunity = locked.opportunity();
        var offer = locked.offer();
        if (offer.status() == OfferStatus.DELIVERED) {
            offer.expire(now);
            events.fire(collaboration
                    .drop(opportunity, offer, now)
                    .orElseGet(() -> opportunity.offering().expire(now)));
        }
    }

    /** Reminds the partner once that its answer is due. */
    void remind(DueOffer due) {
        rows.perform(null, () -> remindIfOpen(due));
    }

    private void remindIfOpen(DueOffer due) {
        Instant now = clock.instant();
        var locked = offers.lock(due.id());
        var opportunity = locked.opportunity();
        var offer = locked.offer();
        if (offer.remind(now)) {
            events.fire(opportunity.offering().remind(offer.partnerId(), now));
        }
    }
}
