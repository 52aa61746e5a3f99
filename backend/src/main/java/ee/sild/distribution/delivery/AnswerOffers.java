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
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.state.MatchingRule;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

/**
 * Answers offers: partners accept or decline them. The opportunity is always locked first: of concurrent answers,
 * recalls and expiries exactly one wins, and the others see its result.
 */
@ApplicationScoped
public class AnswerOffers {

    private final Offers offers;
    private final CollaborationAnswers collaboration;
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;
    private final Clock clock;

    AnswerOffers(
            Offers offers,
            CollaborationAnswers collaboration,
            CurrentUser user,
            Event<OpportunityEvent> events,
            Clock clock) {
        this.offers = offers;
        this.collaboration = collaboration;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    public OfferView accept(UUID id, ExpectedVersion version) {
        Instant now = clock.instant();
        var locked = offers.lock(id, user);
        var offer = locked.offer();
        var opportunity = locked.opportunity();
        version.check(offer.version());
        OfferAction.ACCEPT.require(user);
        requireInTime(offer, now);
        requireEligible(offer, now);
        offer.accept(user.id(), now);
        var event = offer.isShared()
                ? collaboration.join(opportunity, offer, now)
                : opportunity.offering().accept(user.id(), Party.OFFERED_PARTNER, now);
        // Acceptance is activity. If it is listed before its event, the event has nothing to list.
        offers.flush();
        events.fire(event);
        offers.flush();
        return locked.view(user);
    }

    public OfferView decline(UUID id, DeclineOfferRequest request, ExpectedVersion version) {
        Instant now = clock.instant();
        request.check();
        var locked = offers.lock(id, user);
        var offer = locked.offer();
        var opportunity = locked.opportunity();
        version.check(offer.version());
        OfferAction.DECLINE.require(user);
        requireInTime(offer, now);
        offer.decline(request.reasonCode(), request.reason(), user.id(), now);
        events.fire(collaboration
                .drop(opportunity, offer, now)
                .orElseGet(() -> opportunity
                        .offering()
                        .decline(request.reasonCode().name(), request.reason(), Party.OFFERED_PARTNER, now)));
        offers.flush();
        return locked.view(user);
    }

    /** Exclusivity of another partner may have begun since the offer was made, or the partner's programme ended. */
    private void requireEligible(Offer offer, Instant now) {
        if (offer.status() == OfferStatus.DELIVERED
                && offers.objections(offer.id(), now).stream().anyMatch(MatchingRule::isLasting)) {
            throw new RuleViolation("distribution.no-longer-eligible");
        }
    }

    private static void requireInTime(Offer offer, Instant now) {
        if (offer.status() == OfferStatus.DELIVERED && !offer.answerBy().isAfter(now)) {
            throw new RuleViolation("distribution.too-late");
        }
    }
}
