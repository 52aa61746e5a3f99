package ee.sild.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import ee.sild.platform.Ref;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.security.Role;

/**
 * Counts what a user owns and could not keep, and hands it over to a successor who can do the same work. The
 * opportunities of a user of a partner stay with the company, so a successor in the company is possible and not
 * required.
 */
@ApplicationScoped
public class Succession {

    private final Users users;
    private final Instance<Ownership> ownerships;

    Succession(Users users, Instance<Ownership> ownerships) {
        this.users = users;
        this.ownerships = ownerships;
    }

    /**
     * What the user would have to hand over, and who could take it.
     *
     * @param role the next role of the user; null for a deactivation
     */
    OwnedView owned(User user, Role role) {
        if (role != null && role.isStaff() != (user.partnerId() == null)) {
            throw new Invalid("/role", "role");
        }
        var kinds = OwnedKind.outOfReach(role);
        return new OwnedView(
                count(OwnedKind.OPEN_OPPORTUNITY, user, kinds),
                count(OwnedKind.PARTNER, user, kinds),
                count(OwnedKind.APPROVAL, user, kinds),
                count(OwnedKind.ASSIGNED_OPPORTUNITY, user, kinds),
                successors(user, owned(user, kinds)));
    }

    /**
     * Hands over what the user cannot keep.
     *
     * @param role the next role of the user; null for a deactivation
     * @param successor who takes it; may be null if there is nothing to take
     */
    void handOver(User user, Role role, UUID successor) {
        var kinds = owned(user, OwnedKind.outOfReach(role));
        if (successor == null && (kinds.isEmpty() || user.partnerId() != null)) {
            return;
        }
        if (successor == null) {
            throw new Invalid("/successorId", "required");
        }
        if (possible(user, kinds).noneMatch(one -> one.id().equals(successor))) {
            throw new Invalid("/successorId", "unknown-reference");
        }
        ownerships.stream()
                .filter(one -> kinds.contains(one.kind()))
                .forEach(one -> one.handOver(user.id(), successor));
    }

    private List<Ref> successors(User user, Set<OwnedKind> kinds) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return possible(user, kinds).map(one -> new Ref(one.id(), one.name())).toList();
    }

    private Stream<User> possible(User user, Set<OwnedKind> kinds) {
        var others = user.partnerId() == null
                ? users.activeStaff(ownersOf(kinds))
                : users.activeColleagues(user.partnerId());
        return others.stream().filter(one -> !one.id().equals(user.id()));
    }

    /** The roles that can own all of these kinds. For no kinds, they are those that can own an opportunity. */
    private static Set<Role> ownersOf(Set<OwnedKind> kinds) {
        var roles = EnumSet.allOf(Role.class);
        roles.removeIf(role ->
                !OwnedKind.OPEN_OPPORTUNITY.isFor(role) || !kinds.stream().allMatch(kind -> kind.isFor(role)));
        return roles;
    }

    private Set<OwnedKind> owned(User user, Set<OwnedKind> kinds) {
        var owned = EnumSet.noneOf(OwnedKind.class);
        kinds.stream().filter(kind -> count(kind, user, kinds) > 0).forEach(owned::add);
        return owned;
    }

    private long count(OwnedKind kind, User user, Set<OwnedKind> kinds) {
        return ownerships.stream()
                .filter(one -> kinds.contains(kind) && one.kind() == kind)
                .mapToLong(one -> one.count(user.id()))
                .sum();
    }
}
