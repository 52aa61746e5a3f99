package ee.sild.opportunity;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static ee.sild.opportunity.OpportunityStatus.ACCEPTED;
import static ee.sild.opportunity.OpportunityStatus.CANCELED;
import static ee.sild.opportunity.OpportunityStatus.DECLINED;
import static ee.sild.opportunity.OpportunityStatus.DELIVERED;
import static ee.sild.opportunity.OpportunityStatus.EXPIRED;
import static ee.sild.opportunity.OpportunityStatus.LOST;
import static ee.sild.opportunity.OpportunityStatus.NEW;
import static ee.sild.opportunity.OpportunityStatus.ON_HOLD;
import static ee.sild.opportunity.OpportunityStatus.PENDING_APPROVAL;
import static ee.sild.opportunity.OpportunityStatus.POOL;
import static ee.sild.opportunity.OpportunityStatus.RETURNED;
import static ee.sild.opportunity.OpportunityStatus.WON;
import static ee.sild.opportunity.Party.ANY_PARTNER;
import static ee.sild.opportunity.Party.COLLABORATOR;
import static ee.sild.opportunity.Party.MANAGING_PARTNER;
import static ee.sild.opportunity.Party.OFFERED_PARTNER;
import static ee.sild.opportunity.Party.STAFF;
import static ee.sild.opportunity.Party.SYSTEM;
import static ee.sild.opportunity.Transition.ACCEPT;
import static ee.sild.opportunity.Transition.APPROVE;
import static ee.sild.opportunity.Transition.CANCEL;
import static ee.sild.opportunity.Transition.CLAIM;
import static ee.sild.opportunity.Transition.CLOSE_AS_LOST;
import static ee.sild.opportunity.Transition.CLOSE_AS_WON;
import static ee.sild.opportunity.Transition.COLLABORATE;
import static ee.sild.opportunity.Transition.DECLINE;
import static ee.sild.opportunity.Transition.DISTRIBUTE;
import static ee.sild.opportunity.Transition.EXPIRE;
import static ee.sild.opportunity.Transition.HOLD;
import static ee.sild.opportunity.Transition.OPEN_TO_POOL;
import static ee.sild.opportunity.Transition.RECALL;
import static ee.sild.opportunity.Transition.REJECT;
import static ee.sild.opportunity.Transition.REOPEN;
import static ee.sild.opportunity.Transition.REOPEN_UNASSIGNED;
import static ee.sild.opportunity.Transition.RESUME;
import static ee.sild.opportunity.Transition.RETURN;
import static ee.sild.opportunity.Transition.TAKE_BACK;

/**
 * All status transitions of an opportunity in one table: from which status, by which transition, to which status, and
 * who may execute it.
 */
public final class Transitions {

    record Row(Set<OpportunityStatus> from, Transition move, OpportunityStatus to, Set<Party> by) {}

    private static final Set<OpportunityStatus> TO_BE_DISTRIBUTED = EnumSet.of(NEW, DECLINED, EXPIRED, RETURNED);
    private static final Set<OpportunityStatus> WORKED = EnumSet.of(ACCEPTED, ON_HOLD);
    private static final Set<OpportunityStatus> UNWORKED =
            EnumSet.of(NEW, POOL, DELIVERED, DECLINED, EXPIRED, RETURNED, PENDING_APPROVAL);
    private static final Set<OpportunityStatus> CLOSED = EnumSet.of(WON, LOST, CANCELED);

    static final List<Row> TABLE = List.of(
            row(EnumSet.of(PENDING_APPROVAL), APPROVE, ACCEPTED, STAFF),
            row(EnumSet.of(PENDING_APPROVAL), REJECT, CANCELED, STAFF),
            row(TO_BE_DISTRIBUTED, DISTRIBUTE, DELIVERED, STAFF, SYSTEM),
            row(TO_BE_DISTRIBUTED, OPEN_TO_POOL, POOL, STAFF, SYSTEM),
            row(TO_BE_DISTRIBUTED, COLLABORATE, ACCEPTED, STAFF),
            row(EnumSet.of(POOL), CLAIM, ACCEPTED, ANY_PARTNER),
            row(EnumSet.of(DELIVERED), ACCEPT, ACCEPTED, OFFERED_PARTNER),
            row(EnumSet.of(DELIVERED), DECLINE, DECLINED, OFFERED_PARTNER),
            row(EnumSet.of(DELIVERED), EXPIRE, EXPIRED, SYSTEM),
            row(EnumSet.of(DELIVERED, POOL), RECALL, NEW, STAFF),
            row(EnumSet.of(ACCEPTED), HOLD, ON_HOLD, MANAGING_PARTNER, STAFF),
            row(EnumSet.of(ON_HOLD), RESUME, ACCEPTED, MANAGING_PARTNER, STAFF),
            row(WORKED, RETURN, RETURNED, MANAGING_PARTNER, COLLABORATOR),
            row(WORKED, CANCEL, CANCELED, MANAGING_PARTNER, STAFF),
            row(WORKED, TAKE_BACK, NEW, STAFF, SYSTEM),
            row(WORKED, CLOSE_AS_WON, WON, MANAGING_PARTNER, STAFF),
            row(WORKED, CLOSE_AS_LOST, LOST, MANAGING_PARTNER, STAFF),
            row(UNWORKED, CLOSE_AS_WON, WON, STAFF),
            row(UNWORKED, CLOSE_AS_LOST, LOST, STAFF),
            row(CLOSED, REOPEN, ACCEPTED, STAFF),
            row(CLOSED, REOPEN_UNASSIGNED, NEW, STAFF));

    private Transitions() {}

    /** The status after a transition, if this party may execute it in this status. */
    public static Optional<OpportunityStatus> next(OpportunityStatus status, Transition move, Party by) {
        return TABLE.stream()
                .filter(row -> row.move == move && row.from.contains(status) && row.by.contains(by))
                .map(Row::to)
                .findFirst();
    }

    /** Whether this party may execute the transition from any status at all. */
    static boolean isEver(Transition move, Party by) {
        return TABLE.stream().anyMatch(row -> row.move == move && row.by.contains(by));
    }

    private static Row row(Set<OpportunityStatus> from, Transition move, OpportunityStatus to, Party... by) {
        return new Row(from, move, to, Set.of(by));
    }
}
