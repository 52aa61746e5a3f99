package ee.sild.opportunity;

/** The status of an opportunity. {@link Transitions} lists the allowed changes. */
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

    /** Whether the opportunity has ended. */
    public boolean isClosed() {
        return this == WON || this == LOST || this == CANCELED;
    }

    /** Whether a partner works on it. */
    public boolean isWorked() {
        return this == ACCEPTED || this == ON_HOLD;
    }
}
