package ee.sild.opportunity;

/** The caller's relation to an opportunity. */
public enum Party {
    /** The vendor's users who sell. */
    STAFF,
    /** The partner that has the offer. */
    OFFERED_PARTNER,
    /** The partner that works on it. */
    MANAGING_PARTNER,
    /** One of several partners that work on it together, and not the lead. */
    COLLABORATOR,
    /** Any partner that sees it in the pool. */
    ANY_PARTNER,
    /** A deadline job or an automatic rule. */
    SYSTEM,
    /** A user with read access only. */
    READER;

    /** Whether it may record what is learned from the customer and change the phase. */
    public boolean isWorking() {
        return this == STAFF || this == MANAGING_PARTNER || this == COLLABORATOR;
    }
}
