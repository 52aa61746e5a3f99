package ee.sild;

import java.util.Map;

import org.flywaydb.core.Flyway;

import ee.sild.database.EmbeddedPostgres;

/** Migrations of databases that no application uses. */
public final class Migrations {

    public static final String CURRENT = "filesystem:src/main/resources/db/migration";

    private Migrations() {}

    /**
     * The migrations of a location for a database.
     *
     * @param application an existing role
     */
    public static Flyway flyway(String url, String password, String application, String location) {
        return Flyway.configure()
                .dataSource(url, EmbeddedPostgres.USER, password)
                .locations(location)
                .initSql("set sild.side = 'SYSTEM'")
                .placeholders(Map.of(
                        "application",
                        application,
                        "base-currency",
                        "EUR",
                        "audit-months",
                        "all",
                        "languages",
                        "en,et",
                        "default-language",
                        "en"))
                .load();
    }
}
