package ee.sild.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * The role with which the application connects to a database that another role owns. It cannot change the schema, and
 * row-level security applies to it. Its password is derived from the owner's, so that several instances agree without
 * communication.
 */
public final class ApplicationRole {

    private static final int OLDEST = 160_000;

    private final String url;
    private final String owner;
    private final String password;

    public ApplicationRole(String url, String owner, String password) {
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    /**
     * Creates the role if it is missing. Returns the connection settings of the application and a secret of the
     * installation that is derived from the same password.
     */
    public Map<String, String> settings() {
        String name = owner + "_application";
        String secret = Secrets.derive(password, "application role");
        if (!comesIn(name, secret)) {
            make(name, secret);
        }
        check(url, name, secret);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                url,
                "quarkus.datasource.username",
                name,
                "quarkus.datasource.password",
                secret,
                "quarkus.flyway.jdbc-url",
                url,
                "quarkus.flyway.username",
                owner,
                "quarkus.flyway.password",
                password,
                "sild.secret",
                Secrets.derive(password, "installation"));
    }

    /** Rejects a role to which row-level security would not apply, and an unsupported server version. */
    public static void check(String url, String role, String password) {
        try (var connection = DriverManager.getConnection(url, role, password);
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select current_setting('server_version_num')::int, current_setting('server_version'),
                            (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
                            or exists (select from pg_class where relnamespace = 'public'::regnamespace
                              and relkind = 'r' and pg_has_role(relowner, 'MEMBER'))""")) {
            row.next();
            if (row.getInt(1) < OLDEST) {
                throw new DatabaseUnavailable(
                        "The database at %s is PostgreSQL %s; Sild needs 16 or newer".formatted(url, row.getString(2)));
            }
            if (row.getBoolean(3)) {
                throw new DatabaseUnavailable(
                        ("The role %s may see every row of the database at %s: the application needs "
                                        + "one that is neither superuser nor owner")
                                .formatted(role, url));
            }
        } catch (SQLException e) {
            throw DatabaseUnavailable.of(url, role, e);
        }
    }

    private boolean comesIn(String name, String secret) {
        try (var connection = DriverManager.getConnection(url, name, secret)) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void make(String name, String secret) {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('role of the application'))");
            String verb = exists(connection, name) ? "alter" : "create";
            statement.execute("%s role %s login nosuperuser nobypassrls nocreatedb nocreaterole password '%s'"
                    .formatted(verb, statement.enquoteIdentifier(name, true), secret));
            connection.commit();
        } catch (SQLException e) {
            throw DatabaseUnavailable.of(url, owner, e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }
}
