package ee.sild.platform;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalPoolInterceptor;
import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.Arc;

/** Tells the database for whom each connection is used as long as it is; one that lies in the pool is nobody's. */
@Singleton
class CallerOfConnection implements AgroalPoolInterceptor {

    private static final String SAY = """
            select set_config('sild.side', ?, false), set_config('sild.partner', ?, false), set_config('sild.person', ?, false),
                   set_config('sild.seller', ?, false), set_config('sild.trace', ?, false)""";

    private final Instance<CurrentUser> user;

    CallerOfConnection(Instance<CurrentUser> user) {
        this.user = user;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
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
        say(connection, "", "", "", "");
    }

    private static void say(Connection connection, String... words) {
        try (var statement = connection.prepareStatement(SAY)) {
            for (int i = 0; i < words.length; i++) {
                statement.setString(i + 1, words[i]);
            }
            statement.setString(words.length + 1, Span.current().getSpanContext().getTraceId());
            statement.execute();
        } catch (SQLException e) {
            throw new Unavailable(e);
        }
    }
}
