package ee.sild.identity;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.platform.Language;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.RowSecurity;

/** Invites users: they join by a link from an existing user. */
@ApplicationScoped
public class Invitations implements PanacheRepositoryBase<Invitation, UUID> {

    private final Users users;
    private final RowSecurity rows;
    private final Clock clock;
    private final SessionSettings settings;

    Invitations(Users users, RowSecurity rows, Clock clock, SessionSettings settings) {
        this.users = users;
        this.rows = rows;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Invites a user by e-mail.
     *
     * @param partnerId the company that the user will work for; null for the vendor
     */
    public InvitationView invite(InviteUserRequest request, UUID partnerId) {
        if (request.role().isStaff() != (partnerId == null)) {
            throw new Invalid("/role", "role");
        }
        if (rows.asSystem(() -> users.byEmail(request.email()).isPresent())) {
            throw new RuleViolation("user.exists");
        }
        var language = request.language() == null ? Language.DEFAULT : request.language();
        var user = User.person(request.name(), request.email(), request.role(), partnerId, language, clock.instant());
        users.persist(user);
        return link(user);
    }

    private InvitationView link(User user) {
        String token = RandomToken.next();
        var invitation = new Invitation(
                user.id(), RandomToken.hash(token), clock.instant().plus(settings.invitation()));
        persistAndFlush(invitation);
        return new InvitationView(UserView.of(user), "/invitation/" + token, invitation.expiresAt());
    }

    public User invited(String token) {
        return users.findById(byToken(token).userId());
    }

    /**
     * Accepts an invitation. Hashing takes longer than everything else, so only a password for an open invitation is
     * hashed, and no connection is held meanwhile.
     */
    public User accept(String token, String password) {
        QuarkusTransaction.requiringNew().run(() -> byToken(token).requireOpen(clock.instant()));
        return join(token, Passwords.hash(password));
    }

    /** Accepts an invitation with a password that is hashed already. */
    public User join(String token, String passwordHash) {
        var invitation = byToken(token);
        getEntityManager().refresh(invitation, LockModeType.PESSIMISTIC_WRITE);
        invitation.accept(clock.instant());
        User user = users.findById(invitation.userId());
        user.acceptInvitation(passwordHash);
        return user;
    }

    private Invitation byToken(String token) {
        return find("tokenHash", RandomToken.hash(token)).firstResultOptional().orElseThrow(NotFound::new);
    }
}
