package ee.sild.opportunity;

import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;

/** The caller's relation to an opportunity. */
public enum Party {
    /** The vendor's users who sell. */
    STAFF,
    /** The partner that has the offer. */
    OFFERED_PARTNER,
    /** The partner that works on it. */
    MANAGING_PARTNER,
    /** One of several partners that work on it together, and not the lead. */
    COLLABORATOR,
    /** Any partner that sees it in the pool. */
    ANY_PARTNER,
    /** A deadline job or an automatic rule. */
    SYSTEM,
    /** A user with read access only. */
    READER;

    /** Whether it may record what is learned from the customer and change the phase. */
    public boolean isWorking() {
        return this == STAFF || this == MANAGING_PARTNER || this == COLLABORATOR;
    }

    /**
     * The caller's party in an opportunity with this status.
     *
     * @param lead whether the caller's company leads the collaboration; null if it is not part of one
     */
    public static Party of(OpportunityStatus status, boolean shared, Boolean lead, boolean joined, CurrentUser user) {
        if (user.isStaff()) {
            return user.role() == Role.ANALYST ? READER : STAFF;
        }
        if (status == OpportunityStatus.POOL) {
            return ANY_PARTNER;
        }
        if (shared && joined) {
            return Boolean.TRUE.equals(lead) ? MANAGING_PARTNER : COLLABORATOR;
        }
        return shared || status == OpportunityStatus.DELIVERED ? OFFERED_PARTNER : MANAGING_PARTNER;
    }
}
