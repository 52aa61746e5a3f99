package ee.sild.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

import ee.sild.platform.Ref;
import ee.sild.platform.problem.NotFound;
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

    public Optional<User> byEmail(String email) {
        return find("lower(email) = lower(?1) and kind = ?2", email.strip(), User.Kind.PERSON)
                .firstResultOptional();
    }

    public boolean anybody() {
        return find("kind", User.Kind.PERSON).page(0, 1).firstResultOptional().isPresent();
    }

    /** The users of one company; of the vendor if {@code partnerId} is null. */
    public List<UserView> people(UUID partnerId) {
        String company = partnerId == null ? "partnerId is null" : "partnerId = :partner";
        var parameters = Parameters.with("kind", User.Kind.PERSON);
        return find(
                        "kind = :kind and " + company + " order by lower(name), id",
                        partnerId == null ? parameters : parameters.and("partner", partnerId))
                .stream()
                .map(UserView::of)
                .toList();
    }

    /** Whether a vendor user has this ID; a partner may refer to them without seeing more of them. */
    public boolean isStaff(UUID id) {
        return rows.asVendor(() -> count("id = ?1 and partnerId is null", id)) > 0;
    }

    /** Whether this is an active vendor user with one of the roles. */
    public boolean isStaff(UUID id, Set<Role> roles) {
        return count(
                        "id = ?1 and partnerId is null and role in ?2 and status = ?3 and kind = ?4",
                        id,
                        roles,
                        UserStatus.ACTIVE,
                        User.Kind.PERSON)
                > 0;
    }

    /** ID and name; null for null. */
    public Ref ref(UUID id) {
        return id == null
                ? null
                : findByIdOptional(id)
                        .map(user -> new Ref(user.id(), user.name()))
                        .orElseGet(() -> new Ref(id, displayName(id)));
    }

    /** A partner sees only the names of vendor users. */
    private String displayName(UUID id) {
        return (String) getEntityManager()
                .createNativeQuery("select display_name(:id)", String.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
