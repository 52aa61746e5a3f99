package ee.sild.opportunity;

import java.time.Instant;
import java.util.UUID;

/** The commands that end the invitation of a partner to a collaboration that continues without it. */
public final class OpportunityInvitation {

    private final Opportunity opportunity;

    OpportunityInvitation(Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    /** A partner that was asked does not join, and others remain. */
    public OpportunityEvent decline(UUID partner, String code, String why, Instant now) {
        opportunity.touch(now);
        return new OpportunityEvent.Declined(EventSubject.of(opportunity, partner), code, why, now);
    }

    /** A partner that was asked did not answer in time, and others remain. */
    public OpportunityEvent expire(UUID partner, Instant now) {
        opportunity.touch(now);
        return new OpportunityEvent.Expired(EventSubject.of(opportunity, partner), now);
    }

    /** Staff no longer ask a partner, and others remain. */
    public OpportunityEvent recall(UUID partner, Instant now) {
        opportunity.touch(now);
        return new OpportunityEvent.Recalled(EventSubject.of(opportunity, partner), now);
    }
}
