package ee.sild.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;

import ee.sild.platform.problem.Unavailable;
import ee.sild.platform.security.Caller;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.platform.security.Role;

/**
 * Looks up the caller in the database at every request, because a valid signature is not enough. Sign-out,
 * deactivation, a changed role and a suspended partner therefore take effect immediately.
 */
@ApplicationScoped
class CallerLookup implements SecurityIdentityAugmentor {

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

    CallerLookup(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        throw new UnsupportedOperationException("The caller belongs to a request");
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> {
            Caller caller = DatabaseActor.SYSTEM.act(() -> known(token));
            HttpSecurityUtils.getRoutingContextAttribute(attributes).put(Caller.ATTRIBUTE, caller);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(token)
                    .addRole(caller.role().name())
                    .build();
        });
    }

    private Caller known(JsonWebToken token) {
        try {
            return named(token);
        } catch (IllegalArgumentException | ClassCastException noIdentities) {
            throw new AuthenticationFailedException(noIdentities);
        }
    }

    private Caller named(JsonWebToken token) {
        String session = token.getClaim("sid");
        String client = token.getClaim("client_id");
        var key = UUID.fromString(token.getClaim(TokenReader.KEY));
        var now = Timestamp.from(clock.instant());
        var subject = UUID.fromString(token.getSubject());
        return session != null
                ? find(PERSON, key, now, UUID.fromString(session), subject, now)
                : find(CLIENT, key, now, client, subject);
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
