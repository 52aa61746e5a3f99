package ee.sild.opportunity;

import java.util.List;
import java.util.stream.Stream;

import static ee.sild.opportunity.Party.MANAGING_PARTNER;
import static ee.sild.opportunity.Party.STAFF;

/** What somebody can do to an opportunity next; the web app shows a button for each. */
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
     * @param waits whether a partner asks for more time
     * @param assigns whether the caller is more than a seller
     */
    static List<OpportunityAction> open(
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
            case OPEN_TO_POOL -> can(status, Move.OPEN_TO_POOL, by);
            case COLLABORATE ->
                by == STAFF
                        && (can(status, Move.COLLABORATE, by) || status.isWorked() || (shared && !status.isClosed()));
            case CLAIM -> assigns && can(status, Move.CLAIM, by);
            case APPROVE -> can(status, Move.APPROVE, by);
            case REJECT -> can(status, Move.REJECT, by);
            case DISTRIBUTE -> can(status, Move.DISTRIBUTE, by);
            case RECALL -> can(status, Move.RECALL, by);
            case ACCEPT -> can(status, Move.ACCEPT, by);
            case DECLINE -> can(status, Move.DECLINE, by);
            case HOLD -> can(status, Move.HOLD, by);
            case RESUME -> can(status, Move.RESUME, by);
            case RETURN -> (shared || source == Source.DISTRIBUTED) && can(status, Move.RETURN, by);
            case CANCEL -> (by == STAFF || source == Source.PARTNER_CREATED) && can(status, Move.CANCEL, by);
            case TAKE_BACK -> can(status, Move.TAKE_BACK, by);
            case CLOSE -> can(status, Move.CLOSE_AS_WON, by);
            case REOPEN -> can(status, Move.REOPEN, by);
            case REGISTER ->
                by.isWorking()
                        && !shared
                        && source == Source.PARTNER_CREATED
                        && (status == OpportunityStatus.PENDING_APPROVAL || status.isWorked());
        };
    }

    private static boolean can(OpportunityStatus status, Move move, Party by) {
        return Transitions.next(status, move, by).isPresent();
    }
}
