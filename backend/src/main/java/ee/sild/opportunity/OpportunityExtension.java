package ee.sild.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import ee.sild.opportunity.state.ExtensionRequest;

/** The commands that move the due date of an opportunity. */
public final class OpportunityExtension {

    private final Opportunity opportunity;

    OpportunityExtension(Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    /**
     * Moves the due date. Beyond the policy, a partner's request waits for staff.
     *
     * @param times how many times a partner may do so without asking
     * @param days by how many days
     */
    public OpportunityEvent extend(LocalDate next, String why, int times, int days, UUID user, Party by, Instant now) {
        OpportunityAction.EXTEND.require(opportunity.situation(by));
        var due = opportunity.dueDate();
        var before = due.requireEarlierThan(next, now);
        boolean asks = by == Party.MANAGING_PARTNER
                && due.extendableUntil(times, days, now)
                        .filter(latest -> !next.isAfter(latest))
                        .isEmpty();
        if (!asks) {
            return postpone(before, next, why, now);
        }
        opportunity.update(due.requesting(new ExtensionRequest(next, why, user, now)));
        opportunity.touch(now);
        return new OpportunityEvent.ExtensionRequested(EventSubject.of(opportunity), before, next, why, now);
    }

    /**
     * Staff decide on a partner's request for more time.
     *
     * @param next the granted date; null if the request is refused
     */
    public OpportunityEvent decideExtension(LocalDate next, String why, Party by, Instant now) {
        OpportunityAction.DECIDE_EXTENSION.require(opportunity.situation(by));
        var due = opportunity.dueDate();
        if (next != null) {
            return postpone(due.requireEarlierThan(next, now), next, why, now);
        }
        opportunity.update(due.withoutRequest());
        opportunity.touch(now);
        return new OpportunityEvent.ExtensionRefused(
                EventSubject.of(opportunity),
                due.orToday(now),
                due.extensionRequest().dueOn(),
                why,
                now);
    }

    private OpportunityEvent postpone(LocalDate before, LocalDate next, String why, Instant now) {
        opportunity.update(opportunity.dueDate().extendedTo(next));
        opportunity.touch(now);
        return new OpportunityEvent.Extended(EventSubject.of(opportunity), before, next, why, now);
    }
}
