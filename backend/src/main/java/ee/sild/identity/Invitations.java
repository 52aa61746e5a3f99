package ee.sild.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.identity.password.GuessablePasswords;
import ee.sild.identity.password.Passwords;
import ee.sild.platform.Language;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

/** Invites users: they join by a link, which they get by mail or from who invited them. */
@ApplicationScoped
public class Invitations implements PanacheRepositoryBase<Invitation, UUID>, AccountMail.Source {

    private final Users users;
    private final Clock clock;
    private final SessionSettings settings;
    private final Event<AccountMail.Wanted> events;
    private final CurrentUser caller;

    Invitations(
            Users users, Clock clock, SessionSettings settings, Event<AccountMail.Wanted> events, CurrentUser caller) {
        this.users = users;
        this.clock = clock;
        this.settings = settings;
        this.events = events;
        this.caller = caller;
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
        // Whether other companies know the address is not for the inviter to learn.
        if (users.has(request.email(), partnerId)) {
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
        events.fire(new AccountMail.Wanted(AccountMail.Kind.INVITATION, invitation.id()));
        return new InvitationView(UserView.of(user, caller), page(token), invitation.expiresAt());
    }

    private static String page(String token) {
        return "/invitation/" + token;
    }

    /**
     * Invites a user again, by a new link. Earlier ones stop working.
     *
     * @param email the right address of the user; null if it stays the same
     */
    public InvitationView renew(User user, String email) {
        revoke(user);
        if (email != null && !email.strip().equals(user.email())) {
            correct(user, email.strip());
        }
        return link(user);
    }

    private void correct(User user, String email) {
        if (!email.equalsIgnoreCase(user.email()) && users.has(email, user.partnerId())) {
            throw new RuleViolation("user.exists");
        }
        user.moveTo(email);
        flush();
    }

    /** Ends the open invitations of a user who has not accepted one yet. */
    public void revoke(User user) {
        if (user.status() != UserStatus.INVITED) {
            throw new RuleViolation("invitation.used");
        }
        list("userId", user.id()).forEach(invitation -> invitation.revoke(clock.instant()));
        flush();
    }

    @Override
    public AccountMail.Kind kind() {
        return AccountMail.Kind.INVITATION;
    }

    /** Empty if nobody can accept the invitation any more. */
    @Override
    public Optional<AccountMail> mail(UUID id) {
        return findByIdOptional(id)
                .filter(invitation -> invitation.isOpen(clock.instant()))
                .flatMap(invitation -> users.findByIdOptional(invitation.userId())
                        .filter(user -> user.status() == UserStatus.INVITED && users.hasActiveCompany(user))
                        .map(user -> new AccountMail(
                                user,
                                user.email(),
                                "invitation",
                                page(invitation.mailToken()),
                                invitation.expiresAt())));
    }

    public User invited(String token) {
        return users.findById(byToken(token).userId());
    }

    /**
     * Accepts an invitation. Hashing takes longer than everything else, so only a password for an open invitation is
     * hashed, and no connection is held meanwhile.
     */
    public User accept(String token, String password) {
        var known = QuarkusTransaction.requiringNew().call(() -> {
            var invitation = byToken(token);
            invitation.requireOpen(clock.instant());
            return users.knownAbout(users.findById(invitation.userId()));
        });
        GuessablePasswords.refuse("/password", password, known);
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
        return find("tokenHash = ?1 or mailedTokenHash = ?1", RandomToken.hash(token))
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }
}
