package ee.sild.registration.conflict;

/** What may be said of a customer and product lines to whoever asks. */
public enum Protection {
    /** Nothing is in the way. */
    FREE,
    /** The vendor has to look at it. */
    UNDER_REVIEW,
    /** Another partner has it for some time. */
    PROTECTED
}
