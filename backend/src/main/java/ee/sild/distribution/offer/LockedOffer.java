package ee.sild.distribution.offer;

import ee.sild.opportunity.Opportunity;
import ee.sild.platform.Ref;
import ee.sild.platform.security.CurrentUser;

/**
 * An offer that is locked for a change, with its opportunity.
 *
 * @param deliverer the name of the user who made the offer
 */
public record LockedOffer(Opportunity opportunity, Offer offer, Ref partner, String deliverer) {

    /** The offer after the change, whose answer is the caller's if there is one. */
    public OfferView view(CurrentUser caller) {
        return new OfferView(
                offer.id(),
                new Ref(opportunity.id(), opportunity.details().topic()),
                partner,
                offer.status(),
                new OfferDeliveryView(new Ref(offer.deliveredBy(), deliverer), offer.deliveredAt(), offer.message()),
                offer.answerBy(),
                new OfferAnswerView(new Ref(offer.answeredBy(), caller.caller().name()), offer.answeredAt()),
                offer.endedAt(),
                offer.reasonCode(),
                offer.reason(),
                offer.matchingRunId() != null,
                OfferAction.open(offer.status(), caller),
                offer.version());
    }
}
