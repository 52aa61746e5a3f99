package ee.sild.registration.conflict;

/** The result of a conflict check that every caller may see. */
public enum Protection {
    /** There is no conflict. */
    FREE,
    /** The vendor has to review it. */
    UNDER_REVIEW,
    /** Another partner has exclusivity for a period. */
    PROTECTED
}
