package ee.sild.identity.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.identity.RandomToken;
import ee.sild.identity.SessionSettings;
import ee.sild.identity.User;
import ee.sild.identity.UserStatus;
import ee.sild.identity.Users;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;

/** The sessions of users: their start and end. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

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

    public SessionTokens start(User user, String userAgent) {
        Instant now = clock.instant();
        var session = new Session(user.id(), userAgent, now, now.plus(settings.absolute()));
        persist(session);
        return issue(user, session, now);
    }

    /** New tokens for a session that is open. */
    SessionTokens issue(User user, Session session, Instant now) {
        String refresh = RandomToken.next();
        database.persist(new RefreshToken(RandomToken.hash(refresh), session.id(), now.plus(settings.idle())));
        return new SessionTokens(user, tokens.forPerson(user, session.id()), refresh);
    }

    /** Whether the user is active, and so is its partner. */
    public boolean maySignIn(User user) {
        return user.status() == UserStatus.ACTIVE && users.hasActiveCompany(user);
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

    /** Ends all sessions of a user whose password was replaced. */
    public void endAll(User user) {
        update("endedAt = ?1 where userId = ?2 and endedAt is null", clock.instant(), user.id());
    }
}
