package ee.sild.identity;

/** What users are notified of. */
public enum NotificationKind {
    /** An opportunity is offered to the reader's company. */
    DELIVERED,
    /** The answer to an offer is due soon. */
    REMINDER,
    /** A partner has accepted an opportunity. */
    ACCEPTED,
    /** A partner has declined an offer. */
    DECLINED,
    /** An offer was not answered in time. */
    EXPIRED,
    /** An offer was recalled. */
    RECALLED,
    /** An opportunity has no next partner to be offered to. */
    NO_PARTNER_LEFT,
    /** The reader's company works on an opportunity together with others. */
    SHARED,
    /** An opportunity was assigned to the reader. */
    ASSIGNED,
    /** A partner has given an opportunity back. */
    RETURNED,
    /** The vendor has taken an opportunity back. */
    TAKEN_BACK,
    /** An opportunity is inactive and needs attention. */
    INACTIVE,
    /** A partner requests a longer extension than it may take by itself. */
    EXTENSION_REQUESTED,
    /** The vendor has decided on an extension request. */
    EXTENSION_DECIDED,
    /** A partner has created an opportunity. */
    TO_APPROVE,
    /** The reader's new opportunity is approved. */
    APPROVED,
    /** The reader's new opportunity is rejected. */
    REJECTED,
    /** A partner has won, lost or canceled an opportunity. */
    CLOSED,
    /** A partner requests exclusivity, or an extension of it. */
    REGISTRATION_SUBMITTED,
    /** The reader's registration was decided. */
    REGISTRATION_DECIDED,
    /** The reader's exclusivity ends soon. */
    REGISTRATION_ENDING,
    /** The vendor has overridden the reader's exclusivity. */
    EXCLUSIVITY_OVERRIDDEN,
    /** The reader has to decide on a registration soon. */
    REGISTRATION_DUE,
    /** A decision on a registration is overdue. */
    REGISTRATION_OVERDUE,
    /** Someone has mentioned the reader in a note. */
    MENTIONED
}
