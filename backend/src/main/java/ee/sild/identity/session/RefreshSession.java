package ee.sild.identity.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import ee.sild.identity.RandomToken;
import ee.sild.identity.SessionSettings;
import ee.sild.identity.User;
import ee.sild.identity.Users;

/** Continues a session with new tokens. */
@ApplicationScoped
class RefreshSession {

    private final Sessions sessions;
    private final Users users;
    private final EntityManager database;
    private final Clock clock;
    private final SessionSettings settings;

    RefreshSession(Sessions sessions, Users users, EntityManager database, Clock clock, SessionSettings settings) {
        this.sessions = sessions;
        this.users = users;
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * A second tab may use a token again for a short time. Later use means that the token was stolen, so the session
     * ends.
     */
    Optional<SessionTokens> by(String secret) {
        Instant now = clock.instant();
        var token = database.find(RefreshToken.class, RandomToken.hash(secret), LockModeType.PESSIMISTIC_WRITE);
        if (token == null) {
            return Optional.empty();
        }
        Session session = sessions.findById(token.sessionId(), LockModeType.PESSIMISTIC_WRITE);
        if (token.wasUsedBefore(now.minus(settings.twoTabs()))) {
            session.end(now);
            return Optional.empty();
        }
        User user = users.findById(session.userId());
        if (!session.isOpen(now) || token.isExpired(now) || !sessions.maySignIn(user)) {
            return Optional.empty();
        }
        token.use(now);
        session.use(now);
        return Optional.of(sessions.issue(user, session, now));
    }
}
