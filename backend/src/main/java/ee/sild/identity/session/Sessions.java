package ee.sild.identity.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.identity.Passwords;
import ee.sild.identity.RandomToken;
import ee.sild.identity.SessionSettings;
import ee.sild.identity.User;
import ee.sild.identity.UserStatus;
import ee.sild.identity.Users;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.SignInFailed;
import ee.sild.platform.security.CurrentUser;

/** Sign-in, refresh and sign-out. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    /** The tokens for the browser: an access token for minutes, and a refresh token to renew it. */
    public record Tokens(User user, String access, String refresh) {}

    private final Users users;
    private final AccessTokens tokens;
    private final EntityManager database;
    private final Clock clock;
    private final SessionSettings settings;

    Sessions(Users users, AccessTokens tokens, EntityManager database, Clock clock, SessionSettings settings) {
        this.users = users;
        this.tokens = tokens;
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /** Fails alike, after the same time, for a wrong password, an unknown e-mail and a deactivated user. */
    Tokens signIn(String email, String password, String userAgent) {
        // No connection is held during password hashing, which takes longer than everything else.
        String hash = QuarkusTransaction.requiringNew()
                .call(() -> users.byEmail(email).map(User::passwordHash))
                .orElse(null);
        boolean matches = Passwords.matches(password, hash);
        return QuarkusTransaction.requiringNew().call(() -> {
            User known = users.byEmail(email)
                    .filter(found -> matches
                            && hash.equals(found.passwordHash())
                            && found.status() == UserStatus.ACTIVE
                            && partnerIsActive(found))
                    .orElseThrow(() -> new SignInFailed("sign-in.wrong"));
            return start(known, userAgent);
        });
    }

    public Tokens start(User user, String userAgent) {
        Instant now = clock.instant();
        var session = new Session(user.id(), userAgent, now, now.plus(settings.absolute()));
        persist(session);
        return issue(user, session, now);
    }

    /**
     * A second tab may use a token again for a short time. Later use means that the token was stolen, so the session
     * ends.
     */
    Optional<Tokens> refresh(String secret) {
        Instant now = clock.instant();
        var token = database.find(RefreshToken.class, RandomToken.hash(secret), LockModeType.PESSIMISTIC_WRITE);
        if (token == null) {
            return Optional.empty();
        }
        Session session = findById(token.sessionId(), LockModeType.PESSIMISTIC_WRITE);
        if (token.wasUsedBefore(now.minus(settings.twoTabs()))) {
            session.end(now);
            return Optional.empty();
        }
        User user = users.findById(session.userId());
        if (!session.isOpen(now)
                || token.isExpired(now)
                || user.status() != UserStatus.ACTIVE
                || !partnerIsActive(user)) {
            return Optional.empty();
        }
        token.use(now);
        session.use(now);
        return Optional.of(issue(user, session, now));
    }

    private Tokens issue(User user, Session session, Instant now) {
        String refresh = RandomToken.next();
        database.persist(new RefreshToken(RandomToken.hash(refresh), session.id(), now.plus(settings.idle())));
        return new Tokens(user, tokens.forPerson(user, session.id()), refresh);
    }

    private boolean partnerIsActive(User user) {
        return user.partnerId() == null
                || (boolean) database.createNativeQuery(
                                "select exists (select from user_partner where id = :id and active)", Boolean.class)
                        .setParameter("id", user.partnerId())
                        .getSingleResult();
    }

    List<Session> open(CurrentUser user) {
        return list(
                "userId = ?1 and endedAt is null and expiresAt > ?2 order by lastUsedAt desc",
                user.id(),
                clock.instant());
    }

    void end(UUID id, CurrentUser user) {
        findByIdOptional(id)
                .filter(session -> session.userId().equals(user.id()) && session.isOpen(clock.instant()))
                .orElseThrow(NotFound::new)
                .end(clock.instant());
    }

    /** Ends the session of a refresh token: signing out works even after the access token has expired. */
    void endByRefreshToken(String secret) {
        var token = database.find(RefreshToken.class, RandomToken.hash(secret));
        if (token != null) {
            findById(token.sessionId()).end(clock.instant());
        }
    }

    /** Ends the user's other sessions, after a password change. */
    public void endOthers(CurrentUser user) {
        update(
                "endedAt = ?1 where userId = ?2 and id <> ?3 and endedAt is null",
                clock.instant(),
                user.id(),
                user.caller().sessionId());
    }
}
