package ee.sild.platform.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalPoolInterceptor;
import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLState;

import ee.sild.platform.database.DatabaseTimeouts;
import ee.sild.platform.database.OngoingRead;
import ee.sild.platform.database.StatementSettings;

/**
 * Sets the actor and the statement timeout of each database connection while it is in use, and limits how long its user
 * waits for a response. A pooled connection has no actor. Connections of a read are registered with it, so that its
 * statements end when its client disconnects.
 */
@Singleton
class RowSecurityConnection implements AgroalPoolInterceptor {

    private static final String SAY = """
            select set_config('sild.side', ?, false), set_config('sild.partner', ?, false), set_config('sild.person',
              ?, false),
                   set_config('sild.seller', ?, false), set_config('statement_timeout', ?, false),
                     set_config('sild.trace', ?, false)""";

    private final Instance<CurrentUser> user;
    private final Instance<CurrentVertxRequest> request;
    private final StatementSettings limits;
    private final Map<PGConnection, OngoingRead> reads = new ConcurrentHashMap<>();

    RowSecurityConnection(Instance<CurrentUser> user, Instance<CurrentVertxRequest> request, StatementSettings limits) {
        this.user = user;
        this.request = request;
        this.limits = limits;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        RoutingContext current =
                Arc.container().requestContext().isActive() ? request.get().getCurrent() : null;
        Duration limit = limit(current);
        try {
            bound(connection, DatabaseTimeouts.left(current));
            say(connection, limit, caller());
            if (DatabaseTimeouts.isExceededBy(limit, current)) {
                bound(connection, limit.plus(DatabaseTimeouts.MARGIN));
            }
            OngoingRead read = current == null ? null : OngoingRead.of(current);
            if (read != null) {
                var held = connection.unwrap(PGConnection.class);
                reads.put(held, read);
                read.hold(held);
            }
        } catch (SQLException e) {
            Log.warn("A connection to the database is closed: " + e.getMessage());
            discard(connection);
        }
    }

    private static void bound(Connection connection, Duration longest) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) longest.toMillis());
    }

    private String[] caller() {
        DatabaseActor chosen = DatabaseActor.chosen();
        if (chosen != null) {
            return new String[] {chosen.name(), "", "", ""};
        }
        Caller caller = Arc.container().requestContext().isActive() ? user.get().callerOrNull() : null;
        if (caller == null) {
            return new String[] {"", "", "", ""};
        }
        return caller.partnerId() == null
                ? new String[] {DatabaseActor.VENDOR.name(), "", caller.id().toString(), ""}
                : new String[] {
                    DatabaseActor.PARTNER.name(),
                    caller.partnerId().toString(),
                    caller.id().toString(),
                    caller.role() == Role.PARTNER_SELLER ? "yes" : ""
                };
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
            bound(connection, DatabaseTimeouts.REQUEST);
            say(connection, limits.longest(), "", "", "", "");
        } catch (SQLException e) {
            Log.debug("A connection is not used again", e);
            discard(connection);
        }
    }

    /**
     * Closes a connection whose actor could not be set: its user's first statement fails, and the pool replaces it on
     * return. An exception here would block its place in the pool forever.
     */
    private static void discard(Connection connection) {
        try {
            connection.unwrap(Connection.class).close();
            connection.createStatement().close();
        } catch (SQLException closed) {
            Log.debug("The pool has seen that the connection is closed", closed);
        }
    }

    private static void say(Connection connection, Duration limit, String... caller) throws SQLException {
        try {
            sayOnce(connection, limit, caller);
        } catch (SQLException e) {
            // A cancellation may arrive late, after its statement has ended.
            if (!PSQLState.QUERY_CANCELED.getState().equals(e.getSQLState())) {
                throw e;
            }
            sayOnce(connection, limit, caller);
        }
    }

    private static void sayOnce(Connection connection, Duration limit, String... caller) throws SQLException {
        try (var statement = connection.prepareStatement(SAY)) {
            for (int i = 0; i < caller.length; i++) {
                statement.setString(i + 1, caller[i]);
            }
            statement.setString(caller.length + 1, Long.toString(limit.toMillis()));
            statement.setString(
                    caller.length + 2, Span.current().getSpanContext().getTraceId());
            statement.execute();
        }
    }
}
