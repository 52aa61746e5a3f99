package ee.sild.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalPoolInterceptor;
import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells the database for whom each connection is used as long as it is, and bounds how long its user waits for an answer; one that
 * lies in the pool is nobody's.
 */
@Singleton
class CallerOfConnection implements AgroalPoolInterceptor {

    private static final String SAY = """
            select set_config('sild.side', ?, false), set_config('sild.partner', ?, false), set_config('sild.person', ?, false),
                   set_config('sild.seller', ?, false), set_config('sild.trace', ?, false)""";

    private final Instance<CurrentUser> user;
    private final Instance<CurrentVertxRequest> request;

    CallerOfConnection(Instance<CurrentUser> user, Instance<CurrentVertxRequest> request) {
        this.user = user;
        this.request = request;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        RoutingContext current = Arc.container().requestContext().isActive() ? request.get().getCurrent() : null;
        limit(connection, DatabasePatience.left(current));
        name(connection);
    }

    private void name(Connection connection) {
        Side chosen = Side.chosen();
        if (chosen != null) {
            say(connection, chosen.name(), "", "", "");
            return;
        }
        Caller caller = Arc.container().requestContext().isActive() ? user.get().callerOrNull() : null;
        if (caller == null) {
            say(connection, "", "", "", "");
        } else if (caller.partnerId() == null) {
            say(connection, Side.VENDOR.name(), "", caller.id().toString(), "");
        } else {
            say(connection, Side.PARTNER.name(), caller.partnerId().toString(), caller.id().toString(),
                    caller.role() == Role.PARTNER_SELLER ? "yes" : "");
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        // The health check looks at connections in the pool.
        limit(connection, DatabasePatience.REQUEST);
        say(connection, "", "", "", "");
    }

    private static void limit(Connection connection, Duration longest) {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) longest.toMillis());
        } catch (SQLException e) {
            refuse(connection, e);
        }
    }

    /**
     * A connection that still works is not used under a wrong name. One that broke is: it cannot show anybody anything, its user's first
     * statement fails, and the pool replaces only a connection that was taken and returned.
     */
    private static void refuse(Connection connection, SQLException failure) {
        try {
            if (connection.isClosed()) {
                return;
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        throw new Unavailable(failure);
    }

    private static void say(Connection connection, String... words) {
        try (var statement = connection.prepareStatement(SAY)) {
            for (int i = 0; i < words.length; i++) {
                statement.setString(i + 1, words[i]);
            }
            statement.setString(words.length + 1, Span.current().getSpanContext().getTraceId());
            statement.execute();
        } catch (SQLException e) {
            refuse(connection, e);
        }
    }
}
