package ee.sild.timeline;

/** Who reads a note. */
public enum Visibility {
    /** Staff and all partners on the opportunity. */
    EVERYONE,
    /** Staff and one partner, where several work on it. */
    PARTNER,
    /** The vendor's people only. */
    STAFF
}
