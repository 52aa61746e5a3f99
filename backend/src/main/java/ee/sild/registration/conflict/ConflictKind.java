package ee.sild.registration.conflict;

/** What is in the way of a registration. */
public enum ConflictKind {
    /** Another partner's registration that is approved or waits. */
    REGISTRATION,
    /** An open opportunity of somebody else. */
    OPPORTUNITY,
    /** The vendor sells to this customer itself. */
    DIRECT_CUSTOMER
}
