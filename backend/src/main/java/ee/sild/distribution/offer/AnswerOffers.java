package ee.sild.distribution.offer;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import ee.sild.distribution.collaboration.Collaboration;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.OpportunityEvent.Kind;
import ee.sild.opportunity.Party;
import ee.sild.partner.Partners;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.Page;
import ee.sild.platform.Ref;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;

/**
 * Offers opportunities to partners and processes the results. The opportunity is always locked first: of concurrent
 * answers, recalls and expiries exactly one wins, and the others see its result.
 */
@ApplicationScoped
class AnswerOffers {

    private final Offers offers;
    private final Collaboration collaboration;
    private final DistributionPlanner planner;
    private final Opportunities opportunities;
    private final Partners partners;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Event<OpportunityEvent> events;
    private final Clock clock;

    AnswerOffers(
            Offers offers,
            Collaboration collaboration,
            DistributionPlanner planner,
            Opportunities opportunities,
            Partners partners,
            CurrentUser user,
            IfMatch ifMatch,
            Event<OpportunityEvent> events,
            Clock clock) {
        this.offers = offers;
        this.collaboration = collaboration;
        this.planner = planner;
        this.opportunities = opportunities;
        this.partners = partners;
        this.user = user;
        this.ifMatch = ifMatch;
        this.events = events;
        this.clock = clock;
    }

    Opportunity distribute(UUID opportunityId, DistributeOpportunityRequest request) {
        Instant now = clock.instant();
        var opportunity = opportunities.lock(opportunityId, user);
        ifMatch.check(opportunity.version());
        check(opportunity, request, now);
        switch (request) {
            case DirectDistributionRequest direct -> offer(opportunity, direct, now);
            case CollaborativeDistributionRequest several -> {
                opportunity.offering().requireDistribution(opportunities.party(opportunity, user));
                collaboration.start(opportunity, several, now);
            }
            case MatchedDistributionRequest matched -> planner.start(opportunity, matched, now);
        }
        opportunities.flush();
        return opportunity;
    }

    private void check(Opportunity opportunity, DistributeOpportunityRequest request, Instant now) {
        var violations = new Violations();
        request.check(now, violations);
        switch (request) {
            case DirectDistributionRequest direct ->
                violations.addIf(partners.active(direct.partnerId()).isEmpty(), "/partnerId", "partner.not-active");
            case CollaborativeDistributionRequest several -> collaboration.check(opportunity, several, violations);
            case MatchedDistributionRequest matched -> {
                // names no partner
            }
        }
        violations.throwIfAny();
    }

    private void offer(Opportunity opportunity, DirectDistributionRequest request, Instant now) {
        var partner = partners.findById(request.partnerId());
        var offer = new Offer(
                opportunity.id(),
                partner.id(),
                request.message(),
                user.id(),
                partners.answerTime(partner, request.answerBy(), now),
                now);
        planner.deliver(
                opportunity, offer, new Ref(partner.id(), partner.name()), opportunities.party(opportunity, user), now);
    }

    void accept(UUID id) {
        Instant now = clock.instant();
        var opportunity = opened(id);
        var offer = answerable(id, now);
        offer.accept(user.id(), now);
        var event = offer.isShared()
                ? collaboration.join(opportunity, offer, now)
                : opportunity.offering().accept(user.id(), Party.OFFERED_PARTNER, now);
        events.fire(event);
        offers.flush();
    }

    void decline(UUID id, DeclineOfferRequest request) {
        Instant now = clock.instant();
        request.check();
        var opportunity = opened(id);
        var offer = answerable(id, now);
        offer.decline(request.reasonCode(), request.reason(), user.id(), now);
        events.fire(dropped(opportunity, offer, Kind.DECLINED, now)
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
            } catch (NotFound | RuleViolation refusal) {
                answers.put(id, new AnsweredOfferView(id, null, refusal.problem()));
            }
        }
        return Page.whole(ids.stream().map(answers::get).toList());
    }

    void recall(UUID id) {
        recall(opened(id), offers.findById(id), clock.instant());
    }

    Opportunity recallOpportunity(UUID opportunityId) {
        var opportunity = opportunities.lock(opportunityId, user);
        ifMatch.check(opportunity.version());
        if (opportunity.offer().distributionId() == null) {
            events.fire(opportunity.offering().recall(opportunities.party(opportunity, user), clock.instant()));
            offers.flush();
        } else {
            recall(opportunity, offers.findById(opportunity.offer().distributionId()), clock.instant());
        }
        return opportunity;
    }

    private void recall(Opportunity opportunity, Offer offer, Instant now) {
        offer.recall(now);
        events.fire(dropped(opportunity, offer, Kind.RECALLED, now)
                .orElseGet(() -> opportunity.offering().recall(opportunities.party(opportunity, user), now)));
        offers.flush();
    }

    /** The event if other partners of a collaboration remain; empty if none do. */
    private Optional<OpportunityEvent> dropped(Opportunity opportunity, Offer offer, Kind how, Instant now) {
        return offer.isShared() ? collaboration.drop(opportunity, offer, how, now) : Optional.empty();
    }

    /** Opens it to the pool: the first eligible partner gets it. */
    Opportunity pool(UUID opportunityId) {
        var opportunity = opportunities.lock(opportunityId, user);
        ifMatch.check(opportunity.version());
        events.fire(opportunity.offering().openToPool(opportunities.party(opportunity, user), clock.instant()));
        opportunities.flush();
        return opportunity;
    }

    /** Claims it from the pool. Of concurrent claims one wins; the others get an error that it is taken. */
    Opportunity claim(UUID opportunityId) {
        Instant now = clock.instant();
        var partner = partners.active(user.partnerId()).orElseThrow(NotFound::new);
        var opportunity = opportunities.lockPooled(opportunityId, user);
        var event = opportunity.offering().claim(partner.id(), user.id(), now);
        ifMatch.check(opportunity.version());
        if (partners.isFull(partner)) {
            throw new RuleViolation("partner.full");
        }
        var offer = new Offer(opportunityId, partner.id(), null, null, partners.answerTime(partner, null, now), now);
        offer.takePart(now);
        offers.persist(offer);
        events.fire(event);
        opportunities.flush();
        return opportunity;
    }

    /** Called by the deadline job. A last-moment answer has already won. */
    @Transactional
    void expire(UUID id) {
        Instant now = clock.instant();
        var opportunityId = offers.findById(id).opportunityId();
        offers.getEntityManager().clear();
        var opportunity = opportunities.lock(opportunityId);
        var offer = offers.findById(id);
        if (offer.status() == OfferStatus.DELIVERED) {
            offer.expire(now);
            events.fire(dropped(opportunity, offer, Kind.EXPIRED, now)
                    .orElseGet(() -> opportunity.offering().expire(now)));
        }
    }

    /** Called by the deadline job. Reminds the partner once that its answer is due. */
    @Transactional
    void remind(UUID id) {
        Instant now = clock.instant();
        var opportunityId = offers.findById(id).opportunityId();
        offers.getEntityManager().clear();
        var opportunity = opportunities.lock(opportunityId);
        var offer = offers.findById(id);
        if (offer.remind(now)) {
            events.fire(opportunity.offering().remind(offer.partnerId(), now));
        }
    }

    /** Updates the offers of an opportunity whose status changes. */
    void onOpportunityEvent(@Observes @Priority(ObserverOrder.OFFERS) OpportunityEvent event) {
        switch (event.kind()) {
            case RETURNED -> endWork(event, OfferStatus.RETURNED);
            case TAKEN_BACK -> endWork(event, OfferStatus.REVOKED);
            case WON, LOST, CANCELED -> {
                offers.each(
                        event.opportunityId(), OfferStatus.DELIVERED, offer -> true, offer -> offer.recall(event.at()));
                endWork(event, OfferStatus.COMPLETED);
            }
            case REOPENED -> goOn(event);
            default -> {
                // changes no offer
            }
        }
    }

    private void endWork(OpportunityEvent event, OfferStatus how) {
        offers.each(event.opportunityId(), OfferStatus.ACCEPTED, offer -> true, offer -> offer.end(how, event.at()));
    }

    /** Reopens the offers of all partners that had it. */
    private void goOn(OpportunityEvent event) {
        var last = offers.latest(event.opportunityId(), OfferStatus.COMPLETED)
                .map(Offer::id)
                .orElse(null);
        offers.each(
                event.opportunityId(),
                OfferStatus.COMPLETED,
                offer -> offer.isOf(event)
                        && (event.collaborationId() != null || offer.id().equals(last)),
                Offer::goOn);
    }

    private Opportunity opened(UUID id) {
        var opportunityId = offers.opportunityOf(id, user);
        var opportunity = opportunities.lock(opportunityId);
        var offer = offers.findById(id);
        // The offer was read before the lock; only a refresh shows what a concurrent request changed.
        offers.getEntityManager().refresh(offer);
        ifMatch.check(offer.version());
        return opportunity;
    }

    private Offer answerable(UUID id, Instant now) {
        var offer = offers.findById(id);
        if (offer.status() == OfferStatus.DELIVERED && !offer.answerBy().isAfter(now)) {
            throw new RuleViolation("distribution.too-late");
        }
        return offer;
    }
}
