package ee.sild.timeline.note;

/** Who can read a note. */
public enum Visibility {
    /** Staff and all partners on the opportunity. */
    EVERYONE,
    /** Staff and one partner, if several work on it. */
    PARTNER,
    /** The vendor's users only. */
    STAFF
}
