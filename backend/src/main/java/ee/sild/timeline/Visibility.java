package ee.sild.timeline;

/** Who reads a note. */
public enum Visibility {
    /** Staff and the partner on the opportunity. */
    EVERYONE,
    /** The vendor's people only. */
    STAFF
}
