package ee.sild.identity;

import java.util.EnumSet;
import java.util.Set;

import ee.sild.platform.security.Role;

/** What a user can own. */
public enum OwnedKind {
    OPEN_OPPORTUNITY,
    /** As the channel manager of a partner. */
    PARTNER,
    /** As a named approver, in a rule or in a step that waits. */
    APPROVAL,
    /** As the user of a partner who works on it. */
    ASSIGNED_OPPORTUNITY;

    boolean isFor(Role role) {
        return switch (role) {
            case ADMIN, CHANNEL_MANAGER -> this != ASSIGNED_OPPORTUNITY;
            case SALES -> this == OPEN_OPPORTUNITY;
            case PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER -> this == ASSIGNED_OPPORTUNITY;
            default -> false;
        };
    }

    /** The kinds that a user with this role cannot own; all of them for null, a user without access. */
    static Set<OwnedKind> outOfReach(Role role) {
        var kinds = EnumSet.allOf(OwnedKind.class);
        kinds.removeIf(kind -> role != null && kind.isFor(role));
        return kinds;
    }
}
