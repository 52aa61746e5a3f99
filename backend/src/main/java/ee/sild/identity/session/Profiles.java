package ee.sild.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import ee.sild.identity.MeView;
import ee.sild.identity.NotificationKind;
import ee.sild.platform.Language;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.Unavailable;
import ee.sild.platform.security.Role;
import ee.sild.settings.CurrencySettings;

/** The profiles of callers, each read with one statement: the web app begins with it, and many clients check it. */
@ApplicationScoped
class Profiles {

    private static final String PROFILE = """
            select u.id, u.name, u.email, u.role, u.partner_id, p.name as partner, u.language,
                   u.muted_in_app, u.muted_mail, u.version,
                   u.kind = 'PERSON' and u.second_factor_since is null
                     and exists (select from policy v where u.role = any (v.second_factor_roles)) as second_factor_due
              from app_user u
              left join user_partner p on p.id = u.partner_id
             where u.id = ?
            """;

    private final AgroalDataSource database;
    private final CurrencySettings currency;

    Profiles(AgroalDataSource database, CurrencySettings currency) {
        this.database = database;
        this.currency = currency;
    }

    MeView get(UUID user) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(PROFILE)) {
            query.setObject(1, user);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound();
                }
                return view(row);
            }
        } catch (SQLException e) {
            throw new Unavailable(e);
        }
    }

    private MeView view(ResultSet row) throws SQLException {
        var role = Role.valueOf(row.getString("role"));
        var partner = row.getObject("partner_id", UUID.class);
        return new MeView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                role,
                role.isStaff(),
                partner == null ? null : new Ref(partner, row.getString("partner")),
                Language.of(row.getString("language")),
                kinds(row, "muted_in_app"),
                kinds(row, "muted_mail"),
                row.getBoolean("second_factor_due"),
                currency.baseCurrency(),
                row.getLong("version"));
    }

    private static List<NotificationKind> kinds(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray())
                .map(NotificationKind::valueOf)
                .toList();
    }
}
