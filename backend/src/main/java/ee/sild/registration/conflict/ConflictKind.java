package ee.sild.registration.conflict;

/** The kinds of conflict with a registration. */
public enum ConflictKind {
    /** Another partner's approved or pending registration. */
    REGISTRATION,
    /** Someone else's open opportunity. */
    OPPORTUNITY,
    /** The vendor sells to this customer directly. */
    DIRECT_CUSTOMER
}
