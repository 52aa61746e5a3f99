package ee.sild.distribution;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.OpportunityEvent.Kind;
import ee.sild.opportunity.Party;
import ee.sild.partner.Partners;
import ee.sild.platform.CurrentUser;
import ee.sild.platform.Findings;
import ee.sild.platform.IfMatch;
import ee.sild.platform.NotFound;
import ee.sild.platform.Page;
import ee.sild.platform.Ref;
import ee.sild.platform.RuleViolation;

/**
 * Offering opportunities to partners, and what comes of it. The opportunity is locked first, always: of any number of
 * answers, recalls and expiries at once exactly one wins, and the others see what it did.
 */
@ApplicationScoped
class Offers {

    private final Distributions distributions;
    private final Collaboration collaboration;
    private final Cascade cascade;
    private final Opportunities opportunities;
    private final Partners partners;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Event<OpportunityEvent> happened;
    private final Clock clock;

    Offers(
            Distributions distributions,
            Collaboration collaboration,
            Cascade cascade,
            Opportunities opportunities,
            Partners partners,
            CurrentUser user,
            IfMatch ifMatch,
            Event<OpportunityEvent> happened,
            Clock clock) {
        this.distributions = distributions;
        this.collaboration = collaboration;
        this.cascade = cascade;
        this.opportunities = opportunities;
        this.partners = partners;
        this.user = user;
        this.ifMatch = ifMatch;
        this.happened = happened;
        this.clock = clock;
    }

    Opportunity distribute(UUID opportunityId, DistributeOpportunity request) {
        Instant now = clock.instant();
        var opportunity = opportunities.lock(opportunityId, user);
        ifMatch.check(opportunity.version());
        check(opportunity, request, now);
        if (!request.namesPartners()) {
            cascade.start(opportunity, request, now);
            opportunities.flush();
            return opportunity;
        }
        if (request.partnerIds() != null) {
            opportunity.requireDistribution(opportunities.party(opportunity, user));
            return collaboration.start(opportunity, request, now);
        }
        var partner = partners.findById(request.partnerId());
        var offer = new Distribution(
                opportunityId,
                partner.id(),
                request.message(),
                user.id(),
                partners.answerTime(partner, request.answerBy(), now),
                now);
        cascade.deliver(
                opportunity, offer, new Ref(partner.id(), partner.name()), opportunities.party(opportunity, user), now);
        opportunities.flush();
        return opportunity;
    }

    private void check(Opportunity opportunity, DistributeOpportunity request, Instant now) {
        var found = new Findings();
        request.check(now, found);
        if (request.namesPartners()) {
            found.note(
                    request.partnerId() != null
                            && partners.active(request.partnerId()).isEmpty(),
                    "/partnerId",
                    "partner.not-active");
            collaboration.check(opportunity, request, found);
        }
        found.refuse();
    }

    void accept(UUID id) {
        Instant now = clock.instant();
        var opportunity = opened(id);
        var offer = answerable(id, now);
        offer.accept(user.id(), now);
        var event = offer.isShared()
                ? collaboration.join(opportunity, offer, now)
                : opportunity.accept(user.id(), Party.OFFERED_PARTNER, now);
        happened.fire(event);
        distributions.flush();
    }

    void decline(UUID id, DeclineDistribution request) {
        Instant now = clock.instant();
        request.check();
        var opportunity = opened(id);
        var offer = answerable(id, now);
        offer.decline(request.reasonCode(), request.reason(), user.id(), now);
        happened.fire(dropped(opportunity, offer, Kind.DECLINED, now)
                .orElseGet(() -> opportunity.decline(
                        request.reasonCode().name(), request.reason(), Party.OFFERED_PARTNER, now)));
        distributions.flush();
    }

    /**
     * Answers several offers, each by itself. All of them are refused before anything of them is changed, or carried
     * out whole; they are locked in one order, so that two such requests never wait for each other.
     */
    Page<AnsweredDistribution> each(List<UUID> ids, Consumer<UUID> answer) {
        var inOrder = ids.stream()
                .sorted(Comparator.comparing(id -> distributions
                        .findByIdOptional(id)
                        .map(Distribution::opportunityId)
                        .orElse(id)))
                .toList();
        var answers = new HashMap<UUID, AnsweredDistribution>();
        for (UUID id : inOrder) {
            try {
                answer.accept(id);
                answers.put(id, new AnsweredDistribution(id, distributions.view(id, user), null));
            } catch (NotFound | RuleViolation refusal) {
                answers.put(id, new AnsweredDistribution(id, null, refusal.problem()));
            }
        }
        return Page.whole(ids.stream().map(answers::get).toList());
    }

    void recall(UUID id) {
        recall(opened(id), distributions.findById(id), clock.instant());
    }

    Opportunity recallOpportunity(UUID opportunityId) {
        var opportunity = opportunities.lock(opportunityId, user);
        ifMatch.check(opportunity.version());
        if (opportunity.distributionId() == null) {
            happened.fire(opportunity.recall(opportunities.party(opportunity, user), clock.instant()));
            distributions.flush();
        } else {
            recall(opportunity, distributions.findById(opportunity.distributionId()), clock.instant());
        }
        return opportunity;
    }

    private void recall(Opportunity opportunity, Distribution offer, Instant now) {
        offer.recall(now);
        happened.fire(dropped(opportunity, offer, Kind.RECALLED, now)
                .orElseGet(() -> opportunity.recall(opportunities.party(opportunity, user), now)));
        distributions.flush();
    }

    /** What happens where others of a collaboration are left; empty where nobody is. */
    private Optional<OpportunityEvent> dropped(Opportunity opportunity, Distribution offer, Kind how, Instant now) {
        return offer.isShared() ? collaboration.drop(opportunity, offer, how, now) : Optional.empty();
    }

    /** Lets the first partner that fits take it. */
    Opportunity pool(UUID opportunityId) {
        var opportunity = opportunities.lock(opportunityId, user);
        ifMatch.check(opportunity.version());
        happened.fire(opportunity.pool(opportunities.party(opportunity, user), clock.instant()));
        opportunities.flush();
        return opportunity;
    }

    /** Of any number of partners that reach for it at once, one gets it; the others hear that it is taken. */
    Opportunity claim(UUID opportunityId) {
        Instant now = clock.instant();
        var partner = partners.active(user.partnerId()).orElseThrow(NotFound::new);
        var opportunity = opportunities.lockPooled(opportunityId, user);
        var event = opportunity.claim(partner.id(), user.id(), now);
        ifMatch.check(opportunity.version());
        if (partners.isFull(partner)) {
            throw new RuleViolation("partner.full");
        }
        var offer =
                new Distribution(opportunityId, partner.id(), null, null, partners.answerTime(partner, null, now), now);
        offer.takePart(now);
        distributions.persist(offer);
        happened.fire(event);
        opportunities.flush();
        return opportunity;
    }

    /** For the clock; whoever answered in the last moment has won already. */
    @Transactional
    void expire(UUID id) {
        Instant now = clock.instant();
        var opportunityId = distributions.findById(id).opportunityId();
        distributions.getEntityManager().clear();
        var opportunity = opportunities.lock(opportunityId);
        var offer = distributions.findById(id);
        if (offer.status() == DistributionStatus.DELIVERED) {
            offer.expire(now);
            happened.fire(dropped(opportunity, offer, Kind.EXPIRED, now).orElseGet(() -> opportunity.expire(now)));
        }
    }

    /** For the clock: tells the partner that its answer is due, once. */
    @Transactional
    void remind(UUID id) {
        Instant now = clock.instant();
        var opportunityId = distributions.findById(id).opportunityId();
        distributions.getEntityManager().clear();
        var opportunity = opportunities.lock(opportunityId);
        var offer = distributions.findById(id);
        if (offer.remind(now)) {
            happened.fire(opportunity.reminded(offer.partnerId(), now));
        }
    }

    /** An offer goes the way its opportunity goes. */
    void follow(@Observes OpportunityEvent event) {
        switch (event.kind()) {
            case RETURNED -> endWork(event, DistributionStatus.RETURNED);
            case TAKEN_BACK -> endWork(event, DistributionStatus.REVOKED);
            case WON, LOST, CANCELED -> {
                distributions.each(
                        event.opportunityId(),
                        DistributionStatus.DELIVERED,
                        offer -> true,
                        offer -> offer.recall(event.at()));
                endWork(event, DistributionStatus.COMPLETED);
            }
            case REOPENED -> goOn(event);
            default -> {
                // nothing that changes an offer
            }
        }
    }

    private void endWork(OpportunityEvent event, DistributionStatus how) {
        distributions.each(
                event.opportunityId(), DistributionStatus.ACCEPTED, offer -> true, offer -> offer.end(how, event.at()));
    }

    /** A partner, or all that worked on it together. */
    private void goOn(OpportunityEvent event) {
        var last = distributions
                .latest(event.opportunityId(), DistributionStatus.COMPLETED)
                .map(Distribution::id)
                .orElse(null);
        distributions.each(
                event.opportunityId(),
                DistributionStatus.COMPLETED,
                offer -> offer.isOf(event)
                        && (event.collaborationId() != null || offer.id().equals(last)),
                Distribution::goOn);
    }

    private Opportunity opened(UUID id) {
        var opportunityId = distributions.opportunityOf(id, user);
        var opportunity = opportunities.lock(opportunityId);
        var offer = distributions.findById(id);
        // It was first read before the lock: what the winner of a race wrote is seen only now.
        distributions.getEntityManager().refresh(offer);
        ifMatch.check(offer.version());
        return opportunity;
    }

    private Distribution answerable(UUID id, Instant now) {
        var offer = distributions.findById(id);
        if (offer.status() == DistributionStatus.DELIVERED && !offer.answerBy().isAfter(now)) {
            throw new RuleViolation("distribution.too-late");
        }
        return offer;
    }
}
