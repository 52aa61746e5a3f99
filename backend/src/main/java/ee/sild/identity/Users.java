package ee.sild.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

import ee.sild.platform.Ref;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.http.NameOrder;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;
import ee.sild.platform.security.RowSecurity;

/** Users and integration clients. Partners see the users of their own company. */
@ApplicationScoped
public class Users implements PanacheRepositoryBase<User, UUID> {

    private final RowSecurity rows;

    Users(RowSecurity rows) {
        this.rows = rows;
    }

    public User get(UUID id, CurrentUser viewer) {
        return findByIdOptional(id).filter(user -> isVisible(user, viewer)).orElseThrow(NotFound::new);
    }

    public User lock(UUID id, CurrentUser viewer) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(user -> isVisible(user, viewer))
                .orElseThrow(NotFound::new);
    }

    private static boolean isVisible(User user, CurrentUser viewer) {
        return viewer.sees(user.partnerId());
    }

    /** The accounts with an e-mail address, oldest first: at most one in each company. */
    public List<User> byEmail(String email) {
        return list("lower(email) = lower(?1) and kind = ?2 order by id", email.strip(), User.Kind.PERSON);
    }

    /** Whether a company has a user with this e-mail address; the vendor if {@code partnerId} is null. */
    public boolean has(String email, UUID partnerId) {
        return byEmail(email).stream().anyMatch(user -> Objects.equals(user.partnerId(), partnerId));
    }

    public boolean anybody() {
        return find("kind", User.Kind.PERSON).page(0, 1).firstResultOptional().isPresent();
    }

    /** The users of one company; of the vendor if {@code partnerId} is null. */
    public List<UserView> people(UUID partnerId, CurrentUser viewer) {
        String company = partnerId == null ? "partnerId is null" : "partnerId = :partner";
        var parameters = Parameters.with("kind", User.Kind.PERSON);
        return find(
                        "kind = :kind and " + company + " order by " + NameOrder.hql("name") + ", id",
                        partnerId == null ? parameters : parameters.and("partner", partnerId))
                .stream()
                .map(user -> UserView.of(user, viewer))
                .toList();
    }

    /** Whether this is a user of the vendor or of an active partner. */
    public boolean hasActiveCompany(User user) {
        return user.partnerId() == null
                || ScalarQuery.of(
                                getEntityManager(),
                                "select exists (select from user_partner where id = :id and active)",
                                Boolean.class)
                        .setParameter("id", user.partnerId())
                        .getSingleResult();
    }

    /** Whether a vendor user has this ID; a partner may refer to them without seeing more of them. */
    public boolean isStaff(UUID id) {
        return rows.asVendor(() -> count("id = ?1 and partnerId is null", id)) > 0;
    }

    /** Whether this is an active vendor user with one of the roles. */
    public boolean isStaff(UUID id, Set<Role> roles) {
        return activeStaff(roles).stream().anyMatch(user -> user.id().equals(id));
    }

    /** The active vendor users with one of the roles, by name. */
    List<User> activeStaff(Set<Role> roles) {
        return list(
                "partnerId is null and role in ?1 and status = ?2 and kind = ?3 order by " + NameOrder.hql("name")
                        + ", id",
                roles,
                UserStatus.ACTIVE,
                User.Kind.PERSON);
    }

    /** The active users of a partner, by name. */
    List<User> activeColleagues(UUID partner) {
        return list(
                "partnerId = ?1 and status = ?2 and kind = ?3 order by " + NameOrder.hql("name") + ", id",
                partner,
                UserStatus.ACTIVE,
                User.Kind.PERSON);
    }

    /** Somebody can always manage the users of the vendor. */
    void requireAnotherAdmin(User leaving) {
        boolean isAdmin = leaving.role() == Role.ADMIN && leaving.status() == UserStatus.ACTIVE;
        if (isAdmin
                && activeStaff(Set.of(Role.ADMIN)).stream()
                        .allMatch(one -> one.id().equals(leaving.id()))) {
            throw new RuleViolation("user.last-admin");
        }
    }

    /** ID and name; null for null. */
    public Ref ref(UUID id) {
        return id == null
                ? null
                : findByIdOptional(id)
                        .map(user -> new Ref(user.id(), user.name()))
                        .orElseGet(() -> new Ref(id, displayName(id)));
    }

    /**
     * What is known about a user, of which a password must not be made: the name, the email address and the company.
     */
    public List<String> knownAbout(User user) {
        var known = new ArrayList<>(List.of(user.name(), user.email()));
        if (user.partnerId() != null) {
            known.add(ScalarQuery.of(getEntityManager(), "select name from user_partner where id = :id", String.class)
                    .setParameter("id", user.partnerId())
                    .getSingleResult());
        }
        return known;
    }

    /** A partner sees only the names of vendor users. */
    private String displayName(UUID id) {
        return ScalarQuery.of(getEntityManager(), "select display_name(:id)", String.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
