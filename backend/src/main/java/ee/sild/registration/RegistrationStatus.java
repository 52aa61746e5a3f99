package ee.sild.registration;

/** The status of a request for exclusivity. */
public enum RegistrationStatus {
    SUBMITTED,
    /** The vendor has asked for more information. */
    RETURNED,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    EXPIRED,
    REVOKED,
    /** The opportunity was won or lost. */
    CLOSED;

    /** Whether it waits for the vendor or the partner. */
    boolean isPending() {
        return this == SUBMITTED || this == RETURNED;
    }
}
