package ee.sild.platform.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.postgresql.PGConnection;

import ee.sild.platform.database.DatabaseTimeouts;
import ee.sild.platform.database.OngoingRead;
import ee.sild.platform.database.StatementSettings;

/**
 * Sets the actor and the statement timeout of each database connection while it is in use, and limits how long its user
 * waits for a response. Each acquisition replaces the actor of the one before. Connections of a read are registered
 * with it, so that its statements end when its client disconnects.
 */
@Singleton
class RowSecurityConnection implements AgroalPoolInterceptor {

    private final Instance<CurrentVertxRequest> request;
    private final StatementSettings limits;
    private final ConnectionActors actors;
    private final Map<PGConnection, OngoingRead> reads = new ConcurrentHashMap<>();

    RowSecurityConnection(Instance<CurrentVertxRequest> request, StatementSettings limits, ConnectionActors actors) {
        this.request = request;
        this.limits = limits;
        this.actors = actors;
    }

    /** After the interceptor that begins a snapshot, whose isolation must be set before the first statement. */
    @Override
    public int getPriority() {
        return 1;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        RoutingContext current =
                Arc.container().requestContext().isActive() ? request.get().getCurrent() : null;
        try {
            PooledConnection.limitWaiting(connection, DatabaseTimeouts.left(current));
            if (!ActorLookup.RUNNING.isBound()) {
                setActor(connection, current);
            }
        } catch (SQLException e) {
            Log.warn("A connection to the database is closed: " + e.getMessage());
            PooledConnection.discard(connection);
        }
    }

    private void setActor(Connection connection, RoutingContext current) throws SQLException {
        var held = connection.unwrap(PGConnection.class);
        Duration limit = limit(current);
        ConnectionActor actor = ConnectionActor.current();
        OngoingRead read = current == null ? null : OngoingRead.of(current);
        // Changes are recorded with the trace of their request.
        String trace = PooledConnection.trace();
        if (!actors.isSet(held, actor, limit, read == null ? trace : null)) {
            actors.forget(held);
            PooledConnection.set(connection, limit, actor);
            // A rollback would undo what is set in a transaction.
            if (connection.getAutoCommit()) {
                actors.remember(held, actor, limit, trace);
            }
        }
        if (DatabaseTimeouts.isExceededBy(limit, current)) {
            PooledConnection.limitWaiting(connection, limit.plus(DatabaseTimeouts.MARGIN));
        }
        if (read != null) {
            reads.put(held, read);
            read.hold(held);
        }
    }

    private Duration limit(RoutingContext current) {
        if (current == null) {
            return limits.longest();
        }
        OngoingRead read = OngoingRead.of(current);
        if (read != null && read.isWhole()) {
            return limits.longest();
        }
        return read != null || current.request().method().equals(HttpMethod.GET) ? limits.read() : limits.write();
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        try {
            var held = connection.unwrap(PGConnection.class);
            OngoingRead read = reads.remove(held);
            if (read != null) {
                read.release(held);
            }
            // The health check uses pooled connections.
            PooledConnection.limitWaiting(connection, DatabaseTimeouts.REQUEST);
        } catch (SQLException e) {
            Log.debug("A connection is not used again", e);
            PooledConnection.discard(connection);
        }
    }
}
