package ee.sild.platform.security;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import jakarta.inject.Singleton;

import org.postgresql.PGConnection;

/**
 * The actors of pooled connections that were set outside of a transaction, so that no rollback has changed them since.
 */
@Singleton
class ConnectionActors {

    private record Known(ConnectionActor actor, Duration limit) {}

    private final Map<PGConnection, Known> known = Collections.synchronizedMap(new WeakHashMap<>());

    void remember(PGConnection connection, ConnectionActor actor, Duration limit) {
        known.put(connection, new Known(actor, limit));
    }

    /** Must be called before a statement that changes the actor, because that statement may fail. */
    void forget(PGConnection connection) {
        known.remove(connection);
    }

    boolean isSet(PGConnection connection, ConnectionActor actor, Duration limit) {
        return new Known(actor, limit).equals(known.get(connection));
    }
}
