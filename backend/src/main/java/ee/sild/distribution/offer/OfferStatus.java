package ee.sild.distribution.offer;

import ee.sild.platform.StateTable;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;

import static ee.sild.distribution.offer.OfferStatus.Party.PARTNER;
import static ee.sild.distribution.offer.OfferStatus.Party.STAFF;
import static ee.sild.distribution.offer.OfferStatus.Party.SYSTEM;
import static ee.sild.platform.StateTable.row;

/** The status of an offer, with all transitions in one table. */
public enum OfferStatus {
    DELIVERED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    RECALLED,
    RETURNED,
    REVOKED,
    COMPLETED;

    /** A change of the status. */
    public enum Transition {
        ACCEPT,
        DECLINE,
        EXPIRE,
        RECALL,
        RETURN,
        REVOKE,
        COMPLETE,
        REOPEN
    }

    /** Who changes an offer. */
    public enum Party {
        /** The users of the partner that may answer its offers. */
        PARTNER,
        /** The vendor's users who distribute. */
        STAFF,
        /** A user with read access only. */
        READER,
        /** A deadline job, or a consequence of a change to the opportunity. */
        SYSTEM;

        static Party of(CurrentUser user) {
            if (user.role() == Role.ANALYST || user.isSeller()) {
                return READER;
            }
            return user.isStaff() ? STAFF : PARTNER;
        }
    }

    static final StateTable<OfferStatus, Transition, Party> TABLE = StateTable.of(
            // The system accepts for a partner that is added, or that claims from the pool.
            row(DELIVERED, Transition.ACCEPT, ACCEPTED, PARTNER, SYSTEM),
            row(DELIVERED, Transition.DECLINE, DECLINED, PARTNER),
            row(DELIVERED, Transition.EXPIRE, EXPIRED, SYSTEM),
            row(DELIVERED, Transition.RECALL, RECALLED, STAFF, SYSTEM),
            row(ACCEPTED, Transition.RETURN, RETURNED, SYSTEM),
            row(ACCEPTED, Transition.REVOKE, REVOKED, SYSTEM),
            row(ACCEPTED, Transition.COMPLETE, COMPLETED, SYSTEM),
            // A reopened opportunity continues with its previous partner.
            row(COMPLETED, Transition.REOPEN, ACCEPTED, SYSTEM));

    boolean allows(Transition transition, Party by) {
        return TABLE.next(this, transition, by).isPresent();
    }

    /** The status after a transition. Throws if this party may not execute it in this status. */
    OfferStatus after(Transition transition, Party by) {
        return TABLE.next(this, transition, by).orElseThrow(() -> new RuleViolation("distribution.transition", this));
    }
}
