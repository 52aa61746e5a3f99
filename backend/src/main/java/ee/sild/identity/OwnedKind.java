package ee.sild.identity;

import java.util.EnumSet;
import java.util.Set;

import ee.sild.platform.security.Role;

/** What a user of the vendor can own. */
public enum OwnedKind {
    OPEN_OPPORTUNITY,
    /** As the channel manager of a partner. */
    PARTNER,
    /** As a named approver, in a rule or in a step that waits. */
    APPROVAL;

    boolean isFor(Role role) {
        return switch (role) {
            case ADMIN, CHANNEL_MANAGER -> true;
            case SALES -> this == OPEN_OPPORTUNITY;
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
