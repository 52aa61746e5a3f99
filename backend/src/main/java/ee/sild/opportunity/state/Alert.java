package ee.sild.opportunity.state;

/** Why a partner's opportunity needs attention. */
public enum Alert {
    /** It was accepted, and nothing has happened since. */
    NEW,
    /** It is past its due date. */
    OVERDUE,
    /** Its partner has been inactive for a long time. */
    STALLED
}
