package ee.sild.opportunity;

import java.util.EnumSet;
import java.util.Set;

import ee.sild.platform.StateTable;
import ee.sild.platform.problem.RuleViolation;

import static ee.sild.opportunity.Party.ANY_PARTNER;
import static ee.sild.opportunity.Party.COLLABORATOR;
import static ee.sild.opportunity.Party.MANAGING_PARTNER;
import static ee.sild.opportunity.Party.OFFERED_PARTNER;
import static ee.sild.opportunity.Party.STAFF;
import static ee.sild.opportunity.Party.SYSTEM;
import static ee.sild.platform.StateTable.row;

/** The status of an opportunity, with all transitions in one table. */
public enum OpportunityStatus {
    NEW,
    PENDING_APPROVAL,
    POOL,
    DELIVERED,
    ACCEPTED,
    ON_HOLD,
    DECLINED,
    EXPIRED,
    RETURNED,
    WON,
    LOST,
    CANCELED;

    /** A change of the status. */
    enum Transition {
        APPROVE,
        REJECT,
        DISTRIBUTE,
        OPEN_TO_POOL,
        COLLABORATE,
        CLAIM,
        ACCEPT,
        DECLINE,
        EXPIRE,
        RECALL,
        HOLD,
        RESUME,
        RETURN,
        CANCEL,
        TAKE_BACK,
        CLOSE_AS_WON,
        CLOSE_AS_LOST,
        REOPEN,
        REOPEN_UNASSIGNED
    }

    private static final Set<OpportunityStatus> DISTRIBUTABLE = EnumSet.of(NEW, DECLINED, EXPIRED, RETURNED);
    private static final Set<OpportunityStatus> WORKED = EnumSet.of(ACCEPTED, ON_HOLD);
    private static final Set<OpportunityStatus> UNWORKED =
            EnumSet.of(NEW, POOL, DELIVERED, DECLINED, EXPIRED, RETURNED, PENDING_APPROVAL);
    private static final Set<OpportunityStatus> CLOSED = EnumSet.of(WON, LOST, CANCELED);

    static final StateTable<OpportunityStatus, Transition, Party> TABLE = StateTable.of(
            row(PENDING_APPROVAL, Transition.APPROVE, ACCEPTED, STAFF),
            row(PENDING_APPROVAL, Transition.REJECT, CANCELED, STAFF),
            row(PENDING_APPROVAL, Transition.CANCEL, CANCELED, MANAGING_PARTNER),
            row(DISTRIBUTABLE, Transition.DISTRIBUTE, DELIVERED, STAFF, SYSTEM),
            row(DISTRIBUTABLE, Transition.OPEN_TO_POOL, POOL, STAFF, SYSTEM),
            row(DISTRIBUTABLE, Transition.COLLABORATE, ACCEPTED, STAFF),
            row(POOL, Transition.CLAIM, ACCEPTED, ANY_PARTNER),
            row(DELIVERED, Transition.ACCEPT, ACCEPTED, OFFERED_PARTNER),
            row(DELIVERED, Transition.DECLINE, DECLINED, OFFERED_PARTNER),
            row(DELIVERED, Transition.EXPIRE, EXPIRED, SYSTEM),
            row(Set.of(DELIVERED, POOL), Transition.RECALL, NEW, STAFF),
            row(ACCEPTED, Transition.HOLD, ON_HOLD, MANAGING_PARTNER, STAFF),
            row(ON_HOLD, Transition.RESUME, ACCEPTED, MANAGING_PARTNER, STAFF),
            row(WORKED, Transition.RETURN, RETURNED, MANAGING_PARTNER, COLLABORATOR),
            row(WORKED, Transition.CANCEL, CANCELED, MANAGING_PARTNER, STAFF),
            row(WORKED, Transition.TAKE_BACK, NEW, STAFF, SYSTEM),
            row(WORKED, Transition.CLOSE_AS_WON, WON, MANAGING_PARTNER, STAFF),
            row(WORKED, Transition.CLOSE_AS_LOST, LOST, MANAGING_PARTNER, STAFF),
            row(UNWORKED, Transition.CLOSE_AS_WON, WON, STAFF),
            row(UNWORKED, Transition.CLOSE_AS_LOST, LOST, STAFF),
            row(CLOSED, Transition.REOPEN, ACCEPTED, STAFF),
            row(CLOSED, Transition.REOPEN_UNASSIGNED, NEW, STAFF));

    /** Whether the opportunity has ended. */
    public boolean isClosed() {
        return CLOSED.contains(this);
    }

    /** Whether a partner works on it. */
    public boolean isWorked() {
        return WORKED.contains(this);
    }

    boolean allows(Transition transition, Party by) {
        return TABLE.next(this, transition, by).isPresent();
    }

    /** The status after a transition that is allowed. */
    OpportunityStatus after(Transition transition, Party by) {
        return TABLE.next(this, transition, by).orElseThrow(this::violation);
    }

    RuleViolation violation() {
        return new RuleViolation("opportunity.transition", this);
    }
}
