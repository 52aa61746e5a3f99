package ee.sild.opportunity;

/** On which side of an opportunity somebody stands. */
public enum Party {
    /** The vendor's people who sell. */
    STAFF,
    /** The partner that it is offered to. */
    OFFERED_PARTNER,
    /** The partner that works on it. */
    MANAGING_PARTNER,
    /** One of several partners that work on it together, and does not lead. */
    COLLABORATOR,
    /** Any partner that finds it in the pool. */
    ANY_PARTNER,
    /** A clock that ran out, or an automatic rule. */
    SYSTEM,
    /** Someone who may only read. */
    READER;

    /** Whether it may write what is learned from the customer and move the phase. */
    public boolean isWorking() {
        return this == STAFF || this == MANAGING_PARTNER || this == COLLABORATOR;
    }
}
