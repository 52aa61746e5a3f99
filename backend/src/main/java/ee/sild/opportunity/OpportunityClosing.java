package ee.sild.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import ee.sild.opportunity.OpportunityStatus.Transition;
import ee.sild.opportunity.state.Closing;
import ee.sild.opportunity.state.LostReason;
import ee.sild.platform.Money;
import ee.sild.platform.VendorDays;
import ee.sild.platform.problem.RuleViolation;

/** The commands that end an opportunity, and the one that reopens it. */
public final class OpportunityClosing {

    private final Opportunity opportunity;

    OpportunityClosing(Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    /** Staff refuse what a partner created. */
    public OpportunityEvent reject(String why, Party by, Instant now) {
        opportunity.move(Transition.REJECT, by, now);
        close(null, null, why, VendorDays.of(now), now);
        return new OpportunityEvent.Rejected(EventSubject.of(opportunity), why, now);
    }

    public OpportunityEvent cancel(String why, Party by, Instant now) {
        OpportunityAction.CANCEL.require(opportunity.situation(by));
        opportunity.move(Transition.CANCEL, by, now);
        close(null, null, why, VendorDays.of(now), now);
        return new OpportunityEvent.Canceled(EventSubject.of(opportunity), why, now);
    }

    public OpportunityEvent win(Money value, LocalDate on, Party by, Instant now) {
        var currency = opportunity.details().currency();
        if (!value.currency().equals(currency)) {
            throw new RuleViolation("opportunity.currency", currency);
        }
        var subject = stopOffer(Transition.CLOSE_AS_WON, by, now);
        close(value.amount(), null, null, on, now);
        return new OpportunityEvent.Won(subject, value, on, now);
    }

    public OpportunityEvent lose(LostReason code, String why, LocalDate on, Party by, Instant now) {
        var subject = stopOffer(Transition.CLOSE_AS_LOST, by, now);
        close(null, code.name(), why, on, now);
        return new OpportunityEvent.Lost(subject, code.name(), why, on, now);
    }

    /** Ends an unanswered offer on closing. Its partner has nothing to do with the outcome. */
    private EventSubject stopOffer(Transition transition, Party by, Instant now) {
        boolean offered = opportunity.status() == OpportunityStatus.DELIVERED;
        opportunity.move(transition, by, now);
        var subject = EventSubject.of(opportunity);
        if (offered) {
            opportunity.update(opportunity.offer().ended());
            opportunity.managedBy(null);
            opportunity.sharedIn(null);
        }
        return subject;
    }

    private void close(BigDecimal actualValue, String code, String why, LocalDate on, Instant now) {
        opportunity.update(new Closing(actualValue, now, on, code, why));
    }

    /** Staff reopen it: the partner that worked on it continues, otherwise it is new again. */
    public OpportunityEvent reopen(String why, Party by, Instant now) {
        var before = opportunity.status();
        boolean worked = opportunity.partnerId() != null || opportunity.collaborationId() != null;
        opportunity.move(worked ? Transition.REOPEN : Transition.REOPEN_UNASSIGNED, by, now);
        if (worked) {
            opportunity.update(opportunity.pipeline().restart(now));
        }
        opportunity.update(Closing.NONE);
        return new OpportunityEvent.Reopened(EventSubject.of(opportunity), before, opportunity.status(), why, now);
    }
}
