package ee.sild.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.AuthenticationFailedException;

import ee.sild.platform.problem.Unavailable;
import ee.sild.platform.security.Caller;
import ee.sild.platform.security.Role;

/** The users and clients that may call now: with a valid key, an open session, and an active account and partner. */
@ApplicationScoped
class Callers {

    private static final String PERSON = """
            select u.id, u.name, u.role, u.partner_id, s.id as session_id, null as scopes
              from session s
              join app_user u on u.id = s.user_id and u.status = 'ACTIVE'
              left join user_partner p on p.id = u.partner_id
              join signing_key k on k.id = ? and k.revoked_at is null and (k.verifies_until is null
                or k.verifies_until > ?)
             where s.id = ? and u.id = ? and s.ended_at is null and s.expires_at > ?
               and (p.id is null or p.active)
            """;
    private static final String CLIENT = """
            select u.id, u.name, u.role, u.partner_id, null as session_id, c.scopes
              from api_client c
              join app_user u on u.id = c.user_id and u.status = 'ACTIVE'
              left join user_partner p on p.id = u.partner_id
              join signing_key k on k.id = ? and k.revoked_at is null and (k.verifies_until is null
                or k.verifies_until > ?)
             where c.client_id = ? and u.id = ? and c.revoked_at is null
               and (p.id is null or p.active)
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    Callers(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Caller user(UUID key, UUID session, UUID id) {
        var now = Timestamp.from(clock.instant());
        return find(PERSON, key, now, session, id, now);
    }

    Caller client(UUID key, String client, UUID id) {
        return find(CLIENT, key, Timestamp.from(clock.instant()), client, id);
    }

    private Caller find(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new AuthenticationFailedException();
                }
                return caller(row);
            }
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
                scopes == null ? null : Set.copyOf(List.of((String[]) scopes.getArray())));
    }
}
