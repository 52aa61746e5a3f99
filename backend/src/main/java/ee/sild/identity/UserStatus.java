package ee.sild.identity;

import java.util.Set;

import ee.sild.platform.StateTable;

import static ee.sild.identity.UserStatus.Party.ADMINISTRATOR;
import static ee.sild.identity.UserStatus.Party.INVITEE;
import static ee.sild.platform.StateTable.row;

/** Whether a user can sign in, with all transitions in one table. */
public enum UserStatus {
    /** Has a link to set a password. */
    INVITED,
    ACTIVE,
    DEACTIVATED;

    /** A change of a user's status. */
    enum Transition {
        ACCEPT_INVITATION,
        DEACTIVATE,
        REACTIVATE,
        /** Reactivates a user who has not accepted the invitation yet. */
        REACTIVATE_INVITED
    }

    /** Who changes the status of a user. */
    enum Party {
        /** The user, by the link of the invitation. */
        INVITEE,
        /** An admin of the vendor or of the user's partner. */
        ADMINISTRATOR
    }

    static final StateTable<UserStatus, Transition, Party> TABLE = StateTable.of(
            row(INVITED, Transition.ACCEPT_INVITATION, ACTIVE, INVITEE),
            row(Set.of(INVITED, ACTIVE), Transition.DEACTIVATE, DEACTIVATED, ADMINISTRATOR),
            row(DEACTIVATED, Transition.REACTIVATE, ACTIVE, ADMINISTRATOR),
            row(DEACTIVATED, Transition.REACTIVATE_INVITED, INVITED, ADMINISTRATOR));
}
