package ee.sild.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;

import ee.sild.platform.problem.Unavailable;
import ee.sild.platform.security.ActorLookup;
import ee.sild.platform.security.Caller;
import ee.sild.platform.security.Role;

/** The users and clients that may call now: with a valid key, an open session, and an active account and partner. */
@ApplicationScoped
class Callers {

    private final ActorLookup callers;
    private final Clock clock;

    Callers(ActorLookup callers, Clock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    Caller user(UUID key, UUID session, UUID id) {
        return find("find_user(?, ?, ?, ?)", key, session, id, Timestamp.from(clock.instant()));
    }

    Caller client(UUID key, String client, UUID id) {
        return find("find_client(?, ?, ?, ?)", key, client, id, Timestamp.from(clock.instant()));
    }

    private Caller find(String call, Object... parameters) {
        try {
            Caller caller = callers.find(call, Callers::caller, parameters);
            if (caller == null) {
                throw new AuthenticationFailedException();
            }
            return caller;
        } catch (SQLException e) {
            throw new Unavailable(e);
        }
    }

    private static Caller caller(ResultSet row) throws SQLException {
        var scopes = row.getArray("scopes");
        return new Caller(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getObject("partner_id", UUID.class),
                row.getObject("session_id", UUID.class),
                scopes == null ? null : Set.copyOf(List.of((String[]) scopes.getArray())),
                row.getBoolean("second_factor_due"));
    }
}
