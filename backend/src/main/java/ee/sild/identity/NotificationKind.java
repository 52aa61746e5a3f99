package ee.sild.identity;

/** What people are told of. */
public enum NotificationKind {
    /** An opportunity is offered to the reader's company. */
    DELIVERED,
    /** The answer to an offer is due soon. */
    REMINDER,
    /** A partner has taken an opportunity. */
    ACCEPTED,
    /** A partner has declined an offer. */
    DECLINED,
    /** Nobody has answered an offer in time. */
    EXPIRED,
    /** An offer has been taken back. */
    RECALLED,
    /** An opportunity was to go on to the next partner, and none is left. */
    NO_PARTNER_LEFT,
    /** The reader's company works on an opportunity together with others. */
    SHARED,
    /** An opportunity is the reader's from now on. */
    ASSIGNED,
    /** A partner has given an opportunity back. */
    RETURNED,
    /** The vendor has taken an opportunity back. */
    TAKEN_BACK,
    /** An opportunity needs looking after. */
    INACTIVE,
    /** A partner asks for more time than it may take by itself. */
    EXTENSION_REQUESTED,
    /** The vendor has answered a wish for more time. */
    EXTENSION_DECIDED,
    /** A partner has brought an opportunity. */
    TO_APPROVE,
    /** What the reader brought is approved. */
    APPROVED,
    /** What the reader brought is rejected. */
    REJECTED,
    /** A partner has won, lost or canceled an opportunity. */
    CLOSED,
    /** A partner asks for exclusivity, or for more of it. */
    REGISTRATION_SUBMITTED,
    /** What has become of the reader's registration. */
    REGISTRATION_DECIDED,
    /** The reader's exclusivity ends soon. */
    REGISTRATION_ENDING,
    /** The reader has to decide on a registration soon. */
    REGISTRATION_DUE,
    /** A decision on a registration is overdue. */
    REGISTRATION_OVERDUE,
    /** Somebody has named the reader in a note. */
    MENTIONED
}
