package ee.sild.platform.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import io.opentelemetry.api.trace.Span;
import io.quarkus.logging.Log;
import org.postgresql.util.PSQLState;

/** Sets what a pooled connection to the database knows of its current user. */
final class PooledConnection {

    private static final String SET = """
            select set_config('sild.side', ?, false), set_config('sild.partner', ?, false),
                   set_config('sild.person', ?, false), set_config('sild.seller', ?, false),
                   set_config('statement_timeout', ?, false), set_config('sild.trace', ?, false),
                   set_config('role', coalesce(session_user || '_' || lower(nullif(?, '')), 'none'), false)""";

    private PooledConnection() {}

    /** Limits how long the user of the connection waits for a response. */
    static void limitWaiting(Connection connection, Duration longest) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) longest.toMillis());
    }

    /** The trace that the changes of this request are recorded with. */
    static String trace() {
        return Span.current().getSpanContext().getTraceId();
    }

    /** Sets the actor with its role, the statement timeout and the trace. */
    static void set(Connection connection, Duration limit, ConnectionActor actor) throws SQLException {
        try {
            setOnce(connection, limit, actor);
        } catch (SQLException e) {
            // A cancellation may arrive late, after its statement has ended.
            if (!PSQLState.QUERY_CANCELED.getState().equals(e.getSQLState())) {
                throw e;
            }
            setOnce(connection, limit, actor);
        }
    }

    private static void setOnce(Connection connection, Duration limit, ConnectionActor actor) throws SQLException {
        try (var statement = connection.prepareStatement(SET)) {
            statement.setString(1, actor.side());
            statement.setString(2, actor.partner());
            statement.setString(3, actor.user());
            statement.setString(4, actor.seller());
            statement.setString(5, Long.toString(limit.toMillis()));
            statement.setString(6, trace());
            statement.setString(7, actor.side());
            statement.execute();
        }
    }

    /**
     * Closes a connection whose actor could not be set: its user's first statement fails, and the pool replaces it on
     * return. An exception here would block its place in the pool forever.
     */
    static void discard(Connection connection) {
        try {
            connection.unwrap(Connection.class).close();
            connection.createStatement().close();
        } catch (SQLException closed) {
            Log.debug("The pool has seen that the connection is closed", closed);
        }
    }
}
