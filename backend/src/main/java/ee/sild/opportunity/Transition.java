package ee.sild.opportunity;

/** A change of an opportunity's status. */
public enum Transition {
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
