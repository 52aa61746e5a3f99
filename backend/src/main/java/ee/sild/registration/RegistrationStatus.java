package ee.sild.registration;

import java.util.Set;

import ee.sild.platform.StateTable;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;

import static ee.sild.platform.StateTable.row;
import static ee.sild.registration.RegistrationStatus.Party.APPROVER;
import static ee.sild.registration.RegistrationStatus.Party.PARTNER;
import static ee.sild.registration.RegistrationStatus.Party.SYSTEM;

/** The status of a registration, with all transitions in one table. */
public enum RegistrationStatus {
    SUBMITTED,
    /** The vendor has asked for more information. */
    RETURNED,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    EXPIRED,
    REVOKED,
    /** The opportunity was won or lost. */
    CLOSED;

    /** A change of a registration. */
    public enum Transition {
        APPROVE,
        REJECT,
        REQUEST_INFORMATION,
        RESUBMIT,
        WITHDRAW,
        REVOKE,
        REQUEST_EXTENSION,
        DECIDE_EXTENSION,
        APPROVE_CHANGE,
        REJECT_CHANGE,
        WITHDRAW_CHANGE,
        POSTPONE,
        EXPIRE,
        CLOSE
    }

    /** The caller's relation to a registration. */
    enum Party {
        /** The vendor's users who decide on registrations. */
        APPROVER,
        /** The partner that registered the deal. */
        PARTNER,
        /** A vendor user with read access only. */
        READER,
        /** A deadline job, an automatic approval, or a consequence of a change to the opportunity. */
        SYSTEM;

        static Party of(CurrentUser user) {
            if (user.callerOrNull() == null) {
                return SYSTEM;
            }
            if (!user.isStaff()) {
                return PARTNER;
            }
            return user.role() == Role.ADMIN || user.role() == Role.CHANNEL_MANAGER ? APPROVER : READER;
        }
    }

    static final StateTable<RegistrationStatus, Transition, Party> TABLE = StateTable.of(
            row(SUBMITTED, Transition.APPROVE, APPROVED, APPROVER, SYSTEM),
            row(SUBMITTED, Transition.REJECT, REJECTED, APPROVER),
            row(SUBMITTED, Transition.REQUEST_INFORMATION, RETURNED, APPROVER),
            row(Set.of(RETURNED, REJECTED), Transition.RESUBMIT, SUBMITTED, PARTNER),
            row(Set.of(SUBMITTED, RETURNED), Transition.WITHDRAW, WITHDRAWN, PARTNER, SYSTEM),
            row(APPROVED, Transition.REVOKE, REVOKED, APPROVER, SYSTEM),
            row(APPROVED, Transition.REQUEST_EXTENSION, APPROVED, PARTNER),
            row(APPROVED, Transition.DECIDE_EXTENSION, APPROVED, APPROVER),
            row(APPROVED, Transition.APPROVE_CHANGE, APPROVED, APPROVER, SYSTEM),
            row(APPROVED, Transition.REJECT_CHANGE, APPROVED, APPROVER),
            row(APPROVED, Transition.WITHDRAW_CHANGE, APPROVED, PARTNER),
            row(APPROVED, Transition.EXPIRE, EXPIRED, SYSTEM),
            row(APPROVED, Transition.CLOSE, CLOSED, SYSTEM),
            row(EXPIRED, Transition.POSTPONE, APPROVED, APPROVER));

    boolean allows(Transition transition, Party by) {
        return TABLE.next(this, transition, by).isPresent();
    }

    /** The status after a transition. Throws if this party may not execute it in this status. */
    RegistrationStatus after(Transition transition, Party by) {
        return TABLE.next(this, transition, by).orElseThrow(this::violation);
    }

    RuleViolation violation() {
        return new RuleViolation("deal-registration.transition", this);
    }
}
