package ee.sild.distribution.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.distribution.matching.MatchView;
import ee.sild.distribution.matching.MatchesView;
import ee.sild.distribution.matching.Matching;
import ee.sild.distribution.matching.MatchingRun;
import ee.sild.distribution.matching.MatchingRunView;
import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.distribution.rule.DistributionRules;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.Party;
import ee.sild.partner.Partners;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

/**
 * Finds the partner for an opportunity: when staff ask, when it is created as ready, and the next one after a decline,
 * an expiry or a return. Never selects a partner that refused it.
 */
@ApplicationScoped
public class DistributionPlanner {

    /** How many candidates a stored run keeps: the maximum that may be shown. */
    private static final int KEPT = 200;

    private final Matching matching;
    private final DistributionRules rules;
    private final Opportunities opportunities;
    private final Offers offers;
    private final Partners partners;
    private final CurrentUser user;
    private final RowSecurity rows;
    private final EntityManager database;
    private final Event<OpportunityEvent> events;
    private final ObjectMapper json;

    DistributionPlanner(
            Matching matching,
            DistributionRules rules,
            Opportunities opportunities,
            Offers offers,
            Partners partners,
            CurrentUser user,
            RowSecurity rows,
            EntityManager database,
            Event<OpportunityEvent> events,
            ObjectMapper json) {
        this.matching = matching;
        this.rules = rules;
        this.opportunities = opportunities;
        this.offers = offers;
        this.partners = partners;
        this.user = user;
        this.rows = rows;
        this.database = database;
        this.events = events;
        this.json = json;
    }

    /**
     * How one opportunity is to be distributed.
     *
     * @param rule the name of the distribution rule that says so; null for staff
     */
    public record ResolvedMethod(DistributionMethod method, MatchingWeights weights, String rule) {}

    /** Who distributes it, and their message to the partner. */
    public record DistributionCommand(UUID by, Party party, String message, Instant answerBy) {

        static final DistributionPlanner.DistributionCommand OF_THE_SYSTEM =
                new DistributionPlanner.DistributionCommand(null, Party.SYSTEM, null, null);
    }

    /** The given method, or that of the first matching rule. */
    public Optional<DistributionPlanner.ResolvedMethod> way(
            UUID opportunity, DistributionMethod method, MatchingWeights weights, Instant now) {
        if (method == DistributionMethod.AUTOMATIC) {
            return rules.decidesOn(opportunity, LocalDate.ofInstant(now, ZoneOffset.UTC))
                    .map(rule -> new DistributionPlanner.ResolvedMethod(
                            rule.method(),
                            rule.weights() == null ? MatchingWeights.USUAL : rule.weights(),
                            rule.name()));
        }
        return Optional.of(new DistributionPlanner.ResolvedMethod(
                method, weights == null ? MatchingWeights.USUAL : weights, null));
    }

    /** Offers it to the first partner that the method finds, or opens it to the pool if a rule says so. */
    void start(Opportunity opportunity, MatchedDistributionRequest request, Instant now) {
        Party by = opportunities.party(opportunity, user);
        opportunity.offering().requireDistribution(by);
        var way = way(opportunity.id(), request.method(), request.weights(), now)
                .orElseThrow(() -> new RuleViolation("distribution.no-rule"));
        if (!execute(
                opportunity,
                way,
                request.method(),
                null,
                new DistributionPlanner.DistributionCommand(user.id(), by, request.message(), request.answerBy()),
                now)) {
            throw new RuleViolation("distribution.nobody");
        }
    }

    /**
     * Distributes it, and stores how the distribution continues.
     *
     * @param wanted the candidate that staff have seen and confirmed; null for the first one
     * @return whether there was a partner to offer it to
     */
    public boolean execute(
            Opportunity opportunity,
            DistributionPlanner.ResolvedMethod way,
            DistributionMethod goesOnBy,
            UUID wanted,
            DistributionPlanner.DistributionCommand order,
            Instant now) {
        if (way.method() == DistributionMethod.POOL) {
            events.fire(opportunity.offering().openToPool(order.party(), now));
            return true;
        }
        boolean offered = offer(opportunity, way, wanted, order, now);
        if (offered) {
            boolean goesOn = way.method().goesOn();
            opportunity
                    .offering()
                    .continueBy(
                            goesOn ? goesOnBy.name() : null,
                            goesOn && goesOnBy != DistributionMethod.AUTOMATIC ? write(way.weights()) : null);
        }
        return offered;
    }

    void onOpportunityEvent(@Observes @Priority(ObserverOrder.NEXT_OFFER) OpportunityEvent event) {
        switch (event.kind()) {
            case CREATED, DECLINED, EXPIRED, RETURNED -> {
                var opportunity = opportunities.findById(event.opportunityId());
                if (opportunity.plan().method() != null
                        && opportunity.partnerId() == null
                        && opportunity.collaborationId() == null) {
                    rows.asSystem(() -> next(opportunity, event.at()));
                }
            }
            default -> {
                // needs no next partner
            }
        }
    }

    /** Runs as the system: the partner that refused it must not see the next one. */
    private boolean next(Opportunity opportunity, Instant now) {
        opportunities.flush();
        var method = DistributionMethod.valueOf(opportunity.plan().method());
        boolean found = way(
                        opportunity.id(),
                        method,
                        opportunity.plan().weights() == null
                                ? null
                                : read(opportunity.plan().weights()),
                        now)
                .map(way -> execute(
                        opportunity, way, method, null, DistributionPlanner.DistributionCommand.OF_THE_SYSTEM, now))
                .orElse(false);
        if (!found) {
            events.fire(opportunity.offering().exhaust(now));
        }
        opportunities.flush();
        return found;
    }

    private boolean offer(
            Opportunity opportunity,
            DistributionPlanner.ResolvedMethod way,
            UUID wanted,
            DistributionPlanner.DistributionCommand order,
            Instant now) {
        var matches = matching.rank(opportunity.id(), way.weights(), way.method(), KEPT);
        var chosen = matches.candidates().stream()
                .filter(MatchView::eligible)
                .filter(one -> wanted == null || one.partner().id().equals(wanted))
                .findFirst();
        if (chosen.isEmpty()) {
            return false;
        }
        var ref = chosen.get().partner();
        var partner = partners.active(ref.id()).orElseThrow();
        var run =
                new MatchingRun(opportunity.id(), ref.id(), way.method(), way.rule(), write(matches), order.by(), now);
        database.persist(run);
        var offer = new Offer(
                opportunity.id(),
                ref.id(),
                order.message(),
                order.by(),
                partners.answerTime(partner, order.answerBy(), now),
                now);
        offer.decidedBy(run);
        deliver(opportunity, offer, ref, order.party(), now);
        return true;
    }

    public void deliver(Opportunity opportunity, Offer offer, Ref partner, Party by, Instant now) {
        var event = opportunity.offering().deliver(offer.id(), partner, offer.answerBy(), by, now);
        offers.persist(offer);
        events.fire(event);
    }

    /** Why an offer was made to its partner. Throws {@link NotFound} if staff selected the partner. */
    MatchingRunView why(UUID distribution) {
        var run = Optional.ofNullable(offers.findById(distribution))
                .map(Offer::matchingRunId)
                .map(id -> database.find(MatchingRun.class, id))
                .orElseThrow(NotFound::new);
        try {
            return new MatchingRunView(
                    run.id(),
                    run.method(),
                    partners.ref(run.partnerId()),
                    run.rule(),
                    run.decidedBy() == null ? null : offers.person(run.decidedBy()),
                    json.readValue(run.result(), MatchesView.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MatchingWeights read(String weights) {
        try {
            return json.readValue(weights, MatchingWeights.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object what) {
        try {
            return json.writeValueAsString(what);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
