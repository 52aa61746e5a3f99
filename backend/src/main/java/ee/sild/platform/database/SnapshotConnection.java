package ee.sild.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.logging.Log;

/**
 * Begins the transactions of a {@link Snapshot}. That must be their first statement, so the interceptor that sets the
 * actor has a later priority.
 */
@Singleton
class SnapshotConnection implements AgroalPoolInterceptor {

    static final ScopedValue<Boolean> WANTED = ScopedValue.newInstance();

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (!WANTED.isBound()) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        } catch (SQLException e) {
            Log.debug("The next statement of the transaction fails as well, and is reported", e);
        }
    }
}
