package ee.sild.opportunity;

import java.util.List;
import java.util.stream.Stream;

import static ee.sild.opportunity.Party.MANAGING_PARTNER;
import static ee.sild.opportunity.Party.STAFF;

/** The actions that a user can take on an opportunity next. The web app shows a button for each. */
public enum OpportunityAction {
    EDIT,
    APPROVE,
    REJECT,
    DISTRIBUTE,
    OPEN_TO_POOL,
    COLLABORATE,
    CLAIM,
    RECALL,
    ACCEPT,
    DECLINE,
    CHANGE_PHASE,
    ASSIGN,
    EXTEND,
    DECIDE_EXTENSION,
    HOLD,
    RESUME,
    RETURN,
    CANCEL,
    TAKE_BACK,
    CLOSE,
    REOPEN,
    REGISTER;

    /**
     * The actions that the caller can take next.
     *
     * @param waits whether a partner's extension request is pending
     * @param assigns whether the caller has a higher role than seller
     */
    public static List<OpportunityAction> open(
            OpportunityStatus status, Source source, boolean shared, boolean waits, Party by, boolean assigns) {
        return Stream.of(values())
                .filter(action -> action == DECIDE_EXTENSION
                        ? waits && by == STAFF
                        : action.isOpen(status, source, shared, by, assigns))
                .toList();
    }

    private boolean isOpen(OpportunityStatus status, Source source, boolean shared, Party by, boolean assigns) {
        return switch (this) {
            case EDIT -> by.isWorking() && !status.isClosed();
            case CHANGE_PHASE -> by.isWorking() && status.isWorked();
            case EXTEND -> (by == STAFF || by == MANAGING_PARTNER) && status.isWorked();
            case DECIDE_EXTENSION -> false;
            case ASSIGN -> assigns && by.isWorking() && status.isWorked();
            case OPEN_TO_POOL -> can(status, Transition.OPEN_TO_POOL, by);
            case COLLABORATE ->
                by == STAFF
                        && (can(status, Transition.COLLABORATE, by)
                                || status.isWorked()
                                || (shared && !status.isClosed()));
            case CLAIM -> assigns && can(status, Transition.CLAIM, by);
            case APPROVE -> can(status, Transition.APPROVE, by);
            case REJECT -> can(status, Transition.REJECT, by);
            case DISTRIBUTE -> can(status, Transition.DISTRIBUTE, by);
            case RECALL -> can(status, Transition.RECALL, by);
            case ACCEPT -> can(status, Transition.ACCEPT, by);
            case DECLINE -> can(status, Transition.DECLINE, by);
            case HOLD -> can(status, Transition.HOLD, by);
            case RESUME -> can(status, Transition.RESUME, by);
            case RETURN -> (shared || source == Source.DISTRIBUTED) && can(status, Transition.RETURN, by);
            case CANCEL -> (by == STAFF || source == Source.PARTNER_CREATED) && can(status, Transition.CANCEL, by);
            case TAKE_BACK -> can(status, Transition.TAKE_BACK, by);
            case CLOSE -> can(status, Transition.CLOSE_AS_WON, by);
            case REOPEN -> can(status, Transition.REOPEN, by);
            case REGISTER ->
                by.isWorking()
                        && !shared
                        && source == Source.PARTNER_CREATED
                        && (status == OpportunityStatus.PENDING_APPROVAL || status.isWorked());
        };
    }

    private static boolean can(OpportunityStatus status, Transition move, Party by) {
        return Transitions.next(status, move, by).isPresent();
    }
}
