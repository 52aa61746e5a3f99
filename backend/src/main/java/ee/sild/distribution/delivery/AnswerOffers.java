package ee.sild.distribution.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import ee.sild.distribution.collaboration.Collaboration;
import ee.sild.distribution.offer.Offer;
import ee.sild.distribution.offer.OfferAction;
import ee.sild.distribution.offer.OfferStatus;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.Party;
import ee.sild.platform.Page;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

/**
 * Ends open offers: partners accept or decline them, staff recall them, or they expire. The opportunity is always
 * locked first: of concurrent answers, recalls and expiries exactly one wins, and the others see its result.
 */
@ApplicationScoped
public class AnswerOffers {

    private final Offers offers;
    private final Collaboration collaboration;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;
    private final Clock clock;

    AnswerOffers(
            Offers offers,
            Collaboration collaboration,
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

    public void accept(UUID id, ExpectedVersion version) {
        Instant now = clock.instant();
        var offer = offers.get(id, user);
        var opportunity = lock(offer, version);
        OfferAction.ACCEPT.require(user);
        requireInTime(offer, now);
        offer.accept(user.id(), now);
        events.fire(
                offer.isShared()
                        ? collaboration.join(opportunity, offer, now)
                        : opportunity.offering().accept(user.id(), Party.OFFERED_PARTNER, now));
        offers.flush();
    }

    public void decline(UUID id, DeclineOfferRequest request, ExpectedVersion version) {
        Instant now = clock.instant();
        request.check();
        var offer = offers.get(id, user);
        var opportunity = lock(offer, version);
        OfferAction.DECLINE.require(user);
        requireInTime(offer, now);
        offer.decline(request.reasonCode(), request.reason(), user.id(), now);
        events.fire(collaboration
                .drop(opportunity, offer, now)
                .orElseGet(() -> opportunity
                        .offering()
                        .decline(request.reasonCode().name(), request.reason(), Party.OFFERED_PARTNER, now)));
        offers.flush();
    }

    /**
     * Answers several offers independently. Each one either fails before anything of it changes, or is executed fully.
     * They are locked in one order, so that two such requests never deadlock.
     */
    Page<AnsweredOfferView> answerAll(List<UUID> ids, Consumer<UUID> answer) {
        var inOrder = ids.stream()
                .sorted(Comparator.comparing(id ->
                        offers.findByIdOptional(id).map(Offer::opportunityId).orElse(id)))
                .toList();
        var answers = new HashMap<UUID, AnsweredOfferView>();
        for (UUID id : inOrder) {
            try {
                answer.accept(id);
                answers.put(id, new AnsweredOfferView(id, offers.view(id, user), null));
            } catch (NotFound | RuleViolation failure) {
                answers.put(id, new AnsweredOfferView(id, null, failure.problem()));
            }
        }
        return Page.whole(ids.stream().map(answers::get).toList());
    }

    void recall(UUID id, ExpectedVersion version) {
        var offer = offers.get(id, user);
        recall(lock(offer, version), offer, clock.instant());
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

    /** Called by the deadline job. An answer in the last moment has already won. */
    @Transactional
    void expire(UUID id) {
        Instant now = clock.instant();
        var offer = offers.findById(id);
        var opportunity = lock(offer, ExpectedVersion.NONE);
        if (offer.status() == OfferStatus.DELIVERED) {
            offer.expire(now);
            events.fire(collaboration
                    .drop(opportunity, offer, now)
                    .orElseGet(() -> opportunity.offering().expire(now)));
        }
    }

    /** Called by the deadline job. Reminds the partner once that its answer is due. */
    @Transactional
    void remind(UUID id) {
        Instant now = clock.instant();
        var offer = offers.findById(id);
        var opportunity = lock(offer, ExpectedVersion.NONE);
        if (offer.remind(now)) {
            events.fire(opportunity.offering().remind(offer.partnerId(), now));
        }
    }

    private Opportunity lock(Offer offer, ExpectedVersion version) {
        var opportunity = opportunities.lockBefore(offer.opportunityId(), offer);
        version.check(offer.version());
        return opportunity;
    }

    private static void requireInTime(Offer offer, Instant now) {
        if (offer.status() == OfferStatus.DELIVERED && !offer.answerBy().isAfter(now)) {
            throw new RuleViolation("distribution.too-late");
        }
    }
}
