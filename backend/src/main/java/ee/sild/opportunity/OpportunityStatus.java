package ee.sild.opportunity;

/** Where an opportunity is on its way; {@link Transitions} says how it gets from one to the next. */
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

    /** Whether nothing more is to be done about it. */
    public boolean isClosed() {
        return this == WON || this == LOST || this == CANCELED;
    }

    /** Whether a partner works on it. */
    public boolean isWorked() {
        return this == ACCEPTED || this == ON_HOLD;
    }
}
