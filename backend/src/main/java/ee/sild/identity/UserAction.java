package ee.sild.identity;

import java.util.List;
import java.util.stream.Stream;

import ee.sild.identity.UserStatus.Transition;
import ee.sild.platform.security.Caller;

/** The actions that the caller may take on a user now. */
public enum UserAction {
    EDIT,
    INVITE_AGAIN,
    REVOKE_INVITATION,
    RESET_PASSWORD,
    REMOVE_SECOND_FACTOR,
    DEACTIVATE,
    REACTIVATE;

    /**
     * Callers see only users of their own company, except for the vendor. Null is the system, which takes no actions.
     */
    static List<UserAction> of(User user, Caller caller) {
        if (caller == null || caller.scopes() != null || !user.isPerson()) {
            return List.of();
        }
        return Stream.of(values())
                .filter(action -> action.isAllowed(user, caller) && action.isPossible(user, caller))
                .toList();
    }

    private boolean isAllowed(User user, Caller caller) {
        return switch (caller.role()) {
            case ADMIN, PARTNER_ADMIN -> true;
            case CHANNEL_MANAGER -> isAboutInvitations() && invitesAsChannelManager(user);
            default -> false;
        };
    }

    private boolean isAboutInvitations() {
        return this == INVITE_AGAIN || this == REVOKE_INVITATION;
    }

    /** Channel managers invite the users of partners only. */
    private static boolean invitesAsChannelManager(User user) {
        return user.partnerId() != null;
    }

    private boolean isPossible(User user, Caller caller) {
        return switch (this) {
            case EDIT -> true;
            case INVITE_AGAIN, REVOKE_INVITATION -> user.status() == UserStatus.INVITED;
            case RESET_PASSWORD -> !user.id().equals(caller.id()) && user.status() == UserStatus.ACTIVE;
            case REMOVE_SECOND_FACTOR -> !user.id().equals(caller.id()) && user.hasSecondFactor();
            case DEACTIVATE -> !user.id().equals(caller.id()) && user.allows(Transition.DEACTIVATE);
            case REACTIVATE -> user.allows(Transition.REACTIVATE);
        };
    }
}
