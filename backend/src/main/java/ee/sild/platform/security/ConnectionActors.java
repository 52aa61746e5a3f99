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

    private record Known(ConnectionActor actor, Duration limit, String trace) {}

    private final Map<PGConnection, Known> known = Collections.synchronizedMap(new WeakHashMap<>());

    void remember(PGConnection connection, ConnectionActor actor, Duration limit, String trace) {
        known.put(connection, new Known(actor, limit, trace));
    }

    /** Must be called before a statement that changes the actor, because that statement may fail. */
    void forget(PGConnection connection) {
        known.remove(connection);
    }

    /** @param trace the trace that changes are recorded with; null if nothing is changed */
    boolean isSet(PGConnection connection, ConnectionActor actor, Duration limit, String trace) {
        Known before = known.get(connection);
        return before != null && before.equals(new Known(actor, limit, trace == null ? before.trace() : trace));
    }
}
