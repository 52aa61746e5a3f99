package ee.sild.platform.security;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import org.postgresql.PGConnection;

import ee.sild.platform.database.StatementSettings;

/**
 * Looks up the caller of a request and, in the same statement, makes it the actor of the connection. Unless the caller
 * exists, nothing is set. The operation that gets this connection next finds its actor already set.
 */
@ApplicationScoped
public class ActorLookup {

    /**
     * Sets what {@link PooledConnection#set} sets, for a row {@code c} with the columns {@code id}, {@code role} and
     * {@code partner_id}. Two parameters come first: the statement timeout and the trace.
     */
    private static final String SELECT = """
            select c.*, set_config('sild.side', a.side, false), set_config('sild.partner', a.partner, false),
                   set_config('sild.person', cast(c.id as text), false), set_config('sild.seller', a.seller, false),
                   set_config('statement_timeout', ?, false), set_config('sild.trace', ?, false),
                   set_config('role', session_user || '_' || lower(a.side), false)
              from \s""";

    private static final String ACTOR = """
             c cross join lateral (select case when c.partner_id is null then 'VENDOR' else 'PARTNER' end as side,
                                        coalesce(cast(c.partner_id as text), '') as partner,
                                        case when c.role = 'PARTNER_SELLER' then 'yes' else '' end as seller) a""";

    private static final int OWN_PARAMETERS = 2;
    /** Whether the connection is acquired for a look-up, which needs no actor. */
    static final ScopedValue<Boolean> RUNNING = ScopedValue.newInstance();

    private final AgroalDataSource database;
    private final ConnectionActors actors;
    private final Duration limit;

    ActorLookup(AgroalDataSource database, ConnectionActors actors, StatementSettings limits) {
        this.database = database;
        this.actors = actors;
        this.limit = limits.read();
    }

    /** Reads the caller from the only row of a result. */
    @FunctionalInterface
    public interface CallerReader {
        Caller read(ResultSet row) throws SQLException;
    }

    /**
     * Calls a function of the database that returns at most one row.
     *
     * @param call the call with its parameters, such as {@code find_user(?, ?)}
     * @return null if there is no such caller
     */
    public Caller find(String call, CallerReader reader, Object... parameters) throws SQLException {
        return ScopedValue.where(RUNNING, true).call(() -> findAndSet(call, reader, parameters));
    }

    private Caller findAndSet(String call, CallerReader reader, Object... parameters) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SELECT + call + ACTOR)) {
            query.setString(1, Long.toString(limit.toMillis()));
            query.setString(2, PooledConnection.trace());
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(OWN_PARAMETERS + i + 1, parameters[i]);
            }
            return caller(connection, query, reader);
        }
    }

    private Caller caller(Connection connection, PreparedStatement query, CallerReader reader) throws SQLException {
        var held = connection.unwrap(PGConnection.class);
        actors.forget(held);
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            Caller caller = reader.read(row);
            actors.remember(held, ConnectionActor.of(caller), limit, PooledConnection.trace());
            return caller;
        }
    }
}
