package ee.sild.identity.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.identity.AccountMail;
import ee.sild.identity.RandomToken;
import ee.sild.identity.SessionSettings;
import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.identity.password.GuessablePasswords;
import ee.sild.identity.password.PasswordChanged;
import ee.sild.identity.password.Passwords;
import ee.sild.identity.session.Sessions;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;

/**
 * Lets users who have forgotten their password choose a new one, by a link that they get by mail or from an
 * administrator.
 */
@ApplicationScoped
public class PasswordResets implements PanacheRepositoryBase<PasswordReset, UUID>, AccountMail.Source {

    /** The maximum number of mails to a user within {@link #MAILED_WITHIN}, from all requests together. */
    private static final int MOST_MAILED = 5;

    private static final Duration MAILED_WITHIN = Duration.ofHours(1);

    private final Users users;
    private final Sessions sessions;
    private final Clock clock;
    private final SessionSettings settings;
    private final Event<AccountMail.Wanted> mails;
    private final Event<PasswordChanged> changes;

    PasswordResets(
            Users users,
            Sessions sessions,
            Clock clock,
            SessionSettings settings,
            Event<AccountMail.Wanted> mails,
            Event<PasswordChanged> changes) {
        this.users = users;
        this.sessions = sessions;
        this.clock = clock;
        this.settings = settings;
        this.mails = mails;
        this.changes = changes;
    }

    /** For each account with this address that may sign in, unless it has been mailed too often. */
    void mailTo(String email) {
        users.byEmail(email).stream()
                .filter(sessions::maySignIn)
                .filter(user -> count(
                                "userId = ?1 and createdAt > ?2",
                                user.id(),
                                clock.instant().minus(MAILED_WITHIN))
                        < MOST_MAILED)
                .forEach(user -> start(user, null));
    }

    /** An administrator starts it, and passes on the link. */
    PasswordResetLinkView startFor(User user) {
        if (!sessions.maySignIn(user)) {
            throw new RuleViolation("user.transition");
        }
        String token = RandomToken.next();
        PasswordReset reset = start(user, RandomToken.hash(token));
        return new PasswordResetLinkView(page(token), reset.expiresAt());
    }

    private PasswordReset start(User user, String tokenHash) {
        Instant now = clock.instant();
        var reset = new PasswordReset(user.id(), tokenHash, now, now.plus(settings.passwordReset()));
        persistAndFlush(reset);
        mails.fire(new AccountMail.Wanted(AccountMail.Kind.PASSWORD_RESET, reset.id()));
        return reset;
    }

    private static String page(String token) {
        return "/password-reset/" + token;
    }

    @Override
    public AccountMail.Kind kind() {
        return AccountMail.Kind.PASSWORD_RESET;
    }

    /** Empty if nobody can use the link any more. */
    @Override
    public Optional<AccountMail> mail(UUID id) {
        return findByIdOptional(id)
                .filter(reset -> reset.isOpen(clock.instant()))
                .flatMap(reset -> users.findByIdOptional(reset.userId())
                        .filter(sessions::maySignIn)
                        .map(user -> new AccountMail(
                                user, user.email(), "password-reset", page(reset.mailToken()), reset.expiresAt())));
    }

    PasswordResetView get(String token) {
        PasswordReset reset = byToken(token);
        User user = users.findById(reset.userId());
        return new PasswordResetView(
                user.name(), user.email(), reset.isOpen(clock.instant()) && sessions.maySignIn(user));
    }

    /**
     * Sets the password and ends all sessions and links of the user. Only a password for an open link is hashed, and no
     * connection is held meanwhile.
     */
    void complete(String token, String password) {
        var known = QuarkusTransaction.requiringNew().call(() -> {
            PasswordReset reset = byToken(token);
            reset.requireOpen(clock.instant());
            return users.knownAbout(users.findById(reset.userId()));
        });
        GuessablePasswords.refuse("/password", password, known);
        String hash = Passwords.hash(password);
        PasswordReset reset = byToken(token);
        getEntityManager().refresh(reset, LockModeType.PESSIMISTIC_WRITE);
        User user = users.findById(reset.userId());
        getEntityManager().refresh(user, LockModeType.PESSIMISTIC_WRITE);
        if (!sessions.maySignIn(user)) {
            throw new RuleViolation("password-reset.ended");
        }
        reset.use(clock.instant());
        user.choosePassword(hash);
        sessions.endAll(user);
        changes.fire(new PasswordChanged(user.id()));
    }

    /** The links of a user whose password has changed stop working. */
    void endAll(@Observes PasswordChanged changed) {
        update(
                "endedAt = ?1 where userId = ?2 and usedAt is null and endedAt is null and expiresAt > ?1",
                clock.instant(),
                changed.userId());
    }

    private PasswordReset byToken(String token) {
        return find("tokenHash = ?1 or mailedTokenHash = ?1", RandomToken.hash(token))
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }
}
