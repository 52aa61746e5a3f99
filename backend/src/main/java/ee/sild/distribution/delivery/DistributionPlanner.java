package ee.sild.distribution.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchView;
import ee.sild.distribution.matching.Matching;
import ee.sild.distribution.matching.MatchingRuns;
import ee.sild.distribution.matching.NobodyEligible;
import ee.sild.distribution.offer.Offer;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.eligibility.SimilarProtection;
import ee.sild.opportunity.eligibility.SimilarProtections;
import ee.sild.partner.Partners;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.RuleViolation;

/** Finds the partner for an opportunity and offers it. Never selects a partner that declined it. */
@ApplicationScoped
public class DistributionPlanner {

    /** How many candidates a stored run keeps: the maximum that may be shown. */
    private static final int KEPT = 200;

    private final Matching matching;
    private final SimilarProtections similar;
    private final MatchingRuns runs;
    private final Offers offers;
    private final Partners partners;
    private final Event<OpportunityEvent> events;

    DistributionPlanner(
            Matching matching,
            SimilarProtections similar,
            MatchingRuns runs,
            Offers offers,
            Partners partners,
            Event<OpportunityEvent> events) {
        this.matching = matching;
        this.similar = similar;
        this.runs = runs;
        this.offers = offers;
        this.partners = partners;
        this.events = events;
    }

    /**
     * Offers it to the best candidate, or opens it to the pool if a rule says so, and stores how the distribution
     * continues.
     *
     * @param requested the method that was asked for; finds the next partner too
     * @param confirmed the candidate that staff have seen and confirmed; null for the best one
     * @return whether there was a partner to offer it to
     */
    public boolean execute(
            Opportunity opportunity,
            ResolvedMethod resolved,
            DistributionMethod requested,
            UUID confirmed,
            DistributionCommand command,
            Instant now) {
        similar.shareCompanyLock(opportunity.id());
        if (resolved.method() == DistributionMethod.POOL) {
            if (mustDecide(similar.of(opportunity.id(), now), command)) {
                return false;
            }
            events.fire(opportunity.offering().openToPool(command.party(), now));
            return true;
        }
        boolean offered = offer(opportunity, resolved, confirmed, command, now);
        if (offered) {
            boolean continues = resolved.method().findsNext();
            opportunity
                    .offering()
                    .continueBy(
                            continues ? requested.name() : null,
                            continues && requested != DistributionMethod.AUTOMATIC
                                    ? runs.write(resolved.weights())
                                    : null);
        }
        return offered;
    }

    /** Why there is no partner to offer it to. */
    public RuleViolation nobody(Opportunity opportunity, ResolvedMethod resolved) {
        return new NobodyEligible(matching.rank(opportunity.id(), resolved.weights(), resolved.method(), 1));
    }

    private boolean offer(
            Opportunity opportunity,
            ResolvedMethod resolved,
            UUID confirmed,
            DistributionCommand command,
            Instant now) {
        var matches = matching.rank(opportunity.id(), resolved.weights(), resolved.method(), KEPT);
        if (mustDecide(matches.similar(), command)) {
            return false;
        }
        var chosen = matches.candidates().stream()
                .filter(MatchView::eligible)
                .filter(candidate ->
                        confirmed == null || candidate.partner().id().equals(confirmed))
                .findFirst();
        if (chosen.isEmpty()) {
            return false;
        }
        var ref = chosen.get().partner();
        var partner = partners.active(ref.id()).orElseThrow();
        var time = partners.answerTime(partner, command.answerBy(), now);
        var offer = new Offer(opportunity.id(), ref.id(), command.message(), command.by(), time, now);
        offer.decidedBy(
                runs.record(opportunity.id(), ref, resolved.method(), resolved.rule(), matches, command.by(), now));
        deliver(opportunity, offer, ref, command.party(), now);
        return true;
    }

    /**
     * Whether staff have to decide first if similar customers are one company. Throws if a user distributes it.
     * Otherwise the search for a partner ends, of which staff are notified.
     */
    private static boolean mustDecide(List<SimilarProtection> undecided, DistributionCommand command) {
        SimilarProtections.requireDecided(undecided.isEmpty() || command.by() == null);
        return !undecided.isEmpty();
    }

    public void deliver(Opportunity opportunity, Offer offer, Ref partner, Party by, Instant now) {
        var event = opportunity.offering().deliver(offer.id(), partner, offer.answerBy(), by, now);
        offers.persist(offer);
        events.fire(event);
    }
}
