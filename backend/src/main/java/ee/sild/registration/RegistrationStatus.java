package ee.sild.registration;

/** Where a request for exclusivity stands. */
public enum RegistrationStatus {
    SUBMITTED,
    /** The vendor wants to know more. */
    RETURNED,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    EXPIRED,
    REVOKED,
    /** The opportunity was won or lost. */
    CLOSED;

    /** Whether it waits for somebody. */
    boolean isPending() {
        return this == SUBMITTED || this == RETURNED;
    }
}
