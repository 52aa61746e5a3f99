package ee.sild.distribution;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.Party;
import ee.sild.partner.Partners;
import ee.sild.platform.CurrentUser;
import ee.sild.platform.NotFound;
import ee.sild.platform.Ref;
import ee.sild.platform.RowSecurity;
import ee.sild.platform.RuleViolation;

/** Finds the partner for an opportunity, and after a decline, an expiry or a return the next one, never again one that refused it. */
@ApplicationScoped
class Cascade {

    /** How many candidates a stored run keeps: all that may be shown of it. */
    private static final int KEPT = 200;

    private final Matching matching;
    private final Opportunities opportunities;
    private final Distributions distributions;
    private final Partners partners;
    private final CurrentUser user;
    private final RowSecurity rows;
    private final EntityManager database;
    private final Event<OpportunityEvent> happened;
    private final ObjectMapper json;
    private final Clock clock;

    Cascade(Matching matching, Opportunities opportunities, Distributions distributions, Partners partners, CurrentUser user, RowSecurity rows,
            EntityManager database, Event<OpportunityEvent> happened, ObjectMapper json, Clock clock) {
        this.matching = matching;
        this.opportunities = opportunities;
        this.distributions = distributions;
        this.partners = partners;
        this.user = user;
        this.rows = rows;
        this.database = database;
        this.happened = happened;
        this.json = json;
        this.clock = clock;
    }

    /** Offers it to the first partner that the method finds. */
    void start(Opportunity opportunity, DistributeOpportunity request, Instant now) {
        var weights = request.weights() == null ? MatchingWeights.USUAL : request.weights();
        Party by = opportunities.party(opportunity, user);
        opportunity.requireDistribution(by);
        if (!offer(opportunity, request.method(), weights, request.message(), request.answerBy(), by, now)) {
            throw new RuleViolation("distribution.nobody");
        }
        if (request.method().goesOn()) {
            opportunity.goOnBy(request.method().name(), write(weights));
        }
    }

    /** Last of all observers, so that what ended is told of before what begins. */
    void follow(@Observes @Priority(10_000) OpportunityEvent event) {
        switch (event.kind()) {
            case DECLINED, EXPIRED, RETURNED -> {
                var opportunity = opportunities.findById(event.opportunityId());
                if (opportunity.method() != null && opportunity.partnerId() == null && opportunity.collaborationId() == null) {
                    rows.beyond(() -> next(opportunity, event.at()));
                }
            }
            default -> {
                // it does not look for a partner
            }
        }
    }

    /** Written as the system: the partner that refused it sees nothing of the next one. */
    private boolean next(Opportunity opportunity, Instant now) {
        opportunities.flush();
        var method = DistributionMethod.valueOf(opportunity.method());
        boolean found = offer(opportunity, method, read(opportunity.weights()), null, null, Party.SYSTEM, now);
        if (!found) {
            happened.fire(opportunity.exhaust(now));
        }
        opportunities.flush();
        return found;
    }

    private boolean offer(Opportunity opportunity, DistributionMethod method, MatchingWeights weights, String message, Instant answerBy, Party by,
            Instant now) {
        var matches = matching.rank(opportunity.id(), weights, method, KEPT);
        if (matches.eligible() == 0) {
            return false;
        }
        var chosen = matches.candidates().getFirst().partner();
        var partner = partners.active(chosen.id()).orElseThrow();
        var time = partners.answerTime(partner, answerBy, now);
        UUID decidedBy = by == Party.SYSTEM ? null : user.id();
        var run = new MatchingRun(opportunity.id(), chosen.id(), method, write(matches), decidedBy, now);
        database.persist(run);
        var offer = new Distribution(opportunity.id(), chosen.id(), message, decidedBy, time, now);
        offer.decidedBy(run);
        deliver(opportunity, offer, chosen, by, now);
        return true;
    }

    void deliver(Opportunity opportunity, Distribution offer, Ref partner, Party by, Instant now) {
        var event = opportunity.deliver(offer.id(), partner, offer.answerBy(), by, now);
        distributions.persist(offer);
        happened.fire(event);
    }

    /** Why an offer was made to its partner; there is nothing to tell where staff named it. */
    MatchingRunView why(UUID distribution) {
        var run = Optional.ofNullable(distributions.findById(distribution)).map(Distribution::matchingRunId)
                .map(id -> database.find(MatchingRun.class, id)).orElseThrow(NotFound::new);
        try {
            return new MatchingRunView(run.id(), run.method(), partners.ref(run.partnerId()), run.decidedBy() == null ? null : distributions.person(run.decidedBy()),
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
