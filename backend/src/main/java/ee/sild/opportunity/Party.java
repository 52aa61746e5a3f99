package ee.sild.opportunity;

/** On which side of an opportunity somebody stands. */
public enum Party {
    /** The vendor's people who sell. */
    STAFF,
    /** The partner that it is offered to. */
    OFFERED_PARTNER,
    /** The partner that works on it. */
    MANAGING_PARTNER,
    /** Any partner that looks at it. */
    ANY_PARTNER,
    /** A clock that ran out, or an automatic rule. */
    SYSTEM,
    /** Someone who may only read. */
    READER
}
