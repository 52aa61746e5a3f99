package ee.sild.opportunity;

/** Why an opportunity at a partner needs looking after. */
public enum Alert {
    /** It was accepted, and nothing has been done since. */
    NEW,
    /** It is past the date by which it was to be closed. */
    OVERDUE,
    /** Its partner has done nothing for long. */
    STALLED
}
