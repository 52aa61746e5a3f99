package ee.sild.opportunity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import ee.sild.opportunity.OpportunityStatus.Transition;
import ee.sild.opportunity.state.CurrentOffer;
import ee.sild.opportunity.state.DistributionPlan;
import ee.sild.opportunity.state.MatchingRule;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.RuleViolation;

/** The commands that bring an opportunity to one partner: offers with their answers, and the pool. */
public final class OpportunityOffering {

    private final Opportunity opportunity;

    OpportunityOffering(Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    /** Throws if it cannot be offered to a partner now. */
    public void requireDistribution(Party by) {
        OpportunityAction.DISTRIBUTE.require(opportunity.situation(by));
    }

    /** Offers it to a partner, which has to answer in time. */
    public OpportunityEvent deliver(UUID distribution, Ref partner, Instant answerBy, Party by, Instant now) {
        opportunity.move(Transition.DISTRIBUTE, by, now);
        opportunity.update(new CurrentOffer(distribution, answerBy, now));
        opportunity.managedBy(partner.id());
        opportunity.forgetReasons();
        return new OpportunityEvent.Delivered(EventSubject.of(opportunity), partner, now);
    }

    /** Staff give it to a partner that some rules exclude. */
    public OpportunityEvent override(Ref partner, List<MatchingRule> rules, String why, Instant now) {
        return new OpportunityEvent.EligibilityOverridden(EventSubject.of(opportunity), partner, rules, why, now);
    }

    /** Opens it to the pool: the first eligible partner gets it. */
    public OpportunityEvent openToPool(Party by, Instant now) {
        opportunity.move(Transition.OPEN_TO_POOL, by, now);
        opportunity.forgetReasons();
        return new OpportunityEvent.Pooled(EventSubject.of(opportunity), now);
    }

    /** A partner claims it from the pool, before any other. */
    public OpportunityEvent claim(UUID partner, UUID assignee, Instant now) {
        if (opportunity.status() != OpportunityStatus.POOL) {
            throw new RuleViolation("pool.taken");
        }
        opportunity.move(Transition.CLAIM, Party.ANY_PARTNER, now);
        opportunity.managedBy(partner);
        opportunity.update(CurrentOffer.delivered(now));
        opportunity.startWork(assignee, now);
        return new OpportunityEvent.Claimed(EventSubject.of(opportunity), now);
    }

    /** The offered partner accepts it. */
    public OpportunityEvent accept(UUID assignee, Party by, Instant now) {
        opportunity.move(Transition.ACCEPT, by, now);
        opportunity.update(opportunity.offer().ended());
        opportunity.startWork(assignee, now);
        return new OpportunityEvent.Accepted(EventSubject.of(opportunity), null, now);
    }

    /** The offered partner declines it. */
    public OpportunityEvent decline(String code, String why, Party by, Instant now) {
        var on = opportunity.leave(Transition.DECLINE, code, why, by, now);
        return new OpportunityEvent.Declined(on, code, why, now);
    }

    /** The offered partner did not answer in time. */
    public OpportunityEvent expire(Instant now) {
        return new OpportunityEvent.Expired(opportunity.leave(Transition.EXPIRE, null, null, Party.SYSTEM, now), now);
    }

    /** Staff recall the offer before it is answered. */
    public OpportunityEvent recall(Party by, Instant now) {
        return new OpportunityEvent.Recalled(opportunity.leave(Transition.RECALL, null, null, by, now), now);
    }

    /** Reminds a partner that its answer is due. */
    public OpportunityEvent remind(UUID partner, Instant now) {
        return new OpportunityEvent.Reminded(EventSubject.of(opportunity, partner), now);
    }

    /** Sets the method and weights that automatically find the next partner; null for none. */
    public void continueBy(String method, String weights) {
        opportunity.update(opportunity.plan().continuedBy(method, weights));
    }

    /** Lets the distribution rules find its partner. */
    public void distributeAutomatically() {
        opportunity.update(opportunity.plan().automatic());
    }

    /** No partner is left to offer it to. */
    public OpportunityEvent exhaust(Instant now) {
        opportunity.update(DistributionPlan.EXHAUSTED);
        opportunity.touch(now);
        return new OpportunityEvent.NoPartnerLeft(EventSubject.of(opportunity), now);
    }
}
