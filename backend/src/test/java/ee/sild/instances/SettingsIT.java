package ee.sild.instances;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ee.sild.SchemaHistory;
import ee.sild.database.EmbeddedPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** An invalid setting prevents the installed application from starting, with one line that names it. */
class SettingsIT {

    private static final String SECRET = "a secret for the test of settings";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static ServerSocket taken;

    /** The settings, and the expected line. */
    record InvalidSetting(Map<String, String> settings, String line) {}

    @BeforeAll
    static void start() throws IOException, SQLException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-data-settings")
                .toAbsolutePath();
        postgres = EmbeddedPostgres.start(data.resolve("postgresql"), false);
        taken = new ServerSocket(0);
        try (var owner = DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = owner.createStatement()) {
            statement.execute("create role plain login password 'plain'");
            statement.execute("create role sees_all login bypassrls password 'all'");
            statement.execute("create role made_by_hand login password 'made'");
            statement.execute("create database hosted owner plain");
            statement.execute("create database foreign_tables");
            statement.execute("create database old");
        }
        try (var foreignDatabase =
                        DriverManager.getConnection(foreignDatabase(), EmbeddedPostgres.USER, postgres.password());
                var statement = foreignDatabase.createStatement()) {
            statement.execute("create table partner (id int)");
        }
        SchemaHistory.ofVersion01(old(), EmbeddedPostgres.USER, postgres.password());
    }

    @AfterAll
    static void stop() throws IOException {
        taken.close();
        postgres.close();
    }

    private static String foreignDatabase() {
        return postgres.url().replaceFirst("/sild$", "/foreign_tables");
    }

    private static String hosted() {
        return postgres.url().replaceFirst("/sild$", "/hosted");
    }

    private static String old() {
        return postgres.url().replaceFirst("/sild$", "/old");
    }

    static Stream<InvalidSetting> invalid() {
        String nobody = "jdbc:postgresql://127.0.0.1:1/sild";
        return Stream.of(
                new InvalidSetting(Map.of("SILD_PORT", "abc"), "SILD_PORT cannot be read: \"abc\""),
                new InvalidSetting(Map.of("SILD_PORT", "70000"), "SILD_PORT must be less than or equal to 65535"),
                new InvalidSetting(
                        Map.of("SILD_PORT", "" + taken.getLocalPort()),
                        "SILD_PORT " + taken.getLocalPort() + " of SILD_HOST 127.0.0.1 cannot be used"),
                new InvalidSetting(
                        Map.of("SILD_HOST", "nowhere.invalid"),
                        "SILD_HOST must be an address of this machine: nowhere.invalid is not known"),
                new InvalidSetting(Map.of("SILD_HOST", "192.0.2.1"), "of SILD_HOST 192.0.2.1 cannot be used"),
                new InvalidSetting(
                        Map.of("SILD_DATA", "/proc/sild"), "The database in /proc/sild/postgresql cannot be used"),
                new InvalidSetting(
                        Map.of("SILD_DATA", "/etc/hosts"), "The database in /etc/hosts/postgresql cannot be used"),
                new InvalidSetting(Map.of("SILD_DEMO", "maybe"), "SILD_DEMO must be true or false"),
                new InvalidSetting(
                        Map.of("SILD_BASE_CURRENCY", "EURO"), "SILD_BASE_CURRENCY is not an ISO 4217 currency"),
                new InvalidSetting(Map.of("SILD_SECRET", "short"), "SILD_SECRET must have at least 16 characters"),
                new InvalidSetting(
                        Map.of("SILD_SESSION_IDLE", "banana"), "SILD_SESSION_IDLE cannot be read: \"banana\""),
                new InvalidSetting(
                        Map.of("SILD_SESSION_ABSOLUTE", "-1H"), "SILD_SESSION_ABSOLUTE must be at least a second"),
                new InvalidSetting(
                        Map.of("SILD_SESSION_IDLE", "13H"),
                        "SILD_SESSION_IDLE must not be longer than SILD_SESSION_ABSOLUTE"),
                new InvalidSetting(
                        Map.of("SILD_SESSION_ACCESS", "2H"), "SILD_SESSION_ACCESS must be at most half an hour"),
                new InvalidSetting(
                        Map.of("SILD_SIGNING_KEYS_PUBLISHED_AHEAD", "-1H"),
                        "SILD_SIGNING_KEYS_PUBLISHED_AHEAD must not be negative"),
                new InvalidSetting(
                        Map.of("SILD_LIMITS_REQUESTS", "0"), "SILD_LIMITS_REQUESTS must be greater than or equal to 1"),
                new InvalidSetting(
                        Map.of("SILD_LIMITS_ATTEMPTS", "many"), "SILD_LIMITS_ATTEMPTS cannot be read: \"many\""),
                new InvalidSetting(
                        Map.of("SILD_STATEMENTS_READ", "0S"), "SILD_STATEMENTS_READ must be at least 0.1 seconds"),
                new InvalidSetting(
                        Map.of("SILD_HEAVY_READS_MOST", "13"),
                        "SILD_HEAVY_READS_MOST must be less than or equal to 12"),
                new InvalidSetting(
                        Map.of("SILD_RETENTION_AUDIT_MONTHS", "0"),
                        "SILD_RETENTION_AUDIT_MONTHS must be at least one month"),
                new InvalidSetting(
                        Map.of("SILD_RETENTION_NOTIFICATIONS", "5H"),
                        "SILD_RETENTION_NOTIFICATIONS must be at least a day"),
                new InvalidSetting(
                        Map.of("SILD_EXTENSION_DAYS", "-1"), "SILD_EXTENSION_DAYS must be greater than or equal to 1"),
                new InvalidSetting(
                        Map.of("SILD_DATABASE_URL", "mysql://localhost/sild"),
                        "SILD_DATABASE_URL must begin with jdbc:postgresql://"),
                new InvalidSetting(
                        Map.of("SILD_DATABASE_PASSWORD", "alone"),
                        "SILD_DATABASE_PASSWORD is of use only with SILD_DATABASE_URL"),
                new InvalidSetting(
                        Map.of("SILD_DATABASE_URL", nobody), "The database at " + nobody + " cannot be used as sild: "),
                new InvalidSetting(
                        Map.of("SILD_DATABASE_URL", postgres.url(), "SILD_DATABASE_PASSWORD", "wrong"),
                        "cannot be used as sild: FATAL: password authentication failed"),
                new InvalidSetting(
                        Map.of(
                                "SILD_DATABASE_URL",
                                postgres.url(),
                                "SILD_DATABASE_USER",
                                "plain",
                                "SILD_DATABASE_PASSWORD",
                                "plain"),
                        "cannot be used as plain: ERROR: permission denied to create role"),
                new InvalidSetting(
                        Map.of(
                                "SILD_DATABASE_URL",
                                postgres.url(),
                                "SILD_DATABASE_APPLICATION_USER",
                                "plain",
                                "SILD_SECRET",
                                SECRET),
                        "SILD_DATABASE_APPLICATION_USER and SILD_DATABASE_APPLICATION_PASSWORD need each other"),
                new InvalidSetting(
                        Map.of(
                                "SILD_DATABASE_URL",
                                postgres.url(),
                                "SILD_DATABASE_APPLICATION_USER",
                                "plain",
                                "SILD_DATABASE_APPLICATION_PASSWORD",
                                "plain"),
                        "SILD_SECRET is missing"),
                new InvalidSetting(
                        Map.of(
                                "SILD_DATABASE_URL",
                                postgres.url(),
                                "SILD_DATABASE_APPLICATION_USER",
                                "sees_all",
                                "SILD_DATABASE_APPLICATION_PASSWORD",
                                "all",
                                "SILD_SECRET",
                                SECRET),
                        "The role sees_all may see every row of the database"),
                new InvalidSetting(
                        Map.of(
                                "SILD_DATABASE_URL",
                                hosted(),
                                "SILD_DATABASE_USER",
                                "plain",
                                "SILD_DATABASE_PASSWORD",
                                "plain",
                                "SILD_DATABASE_APPLICATION_USER",
                                "made_by_hand",
                                "SILD_DATABASE_APPLICATION_PASSWORD",
                                "made",
                                "SILD_SECRET",
                                SECRET),
                        "plain may not create or grant roles. Run as a role that may: create role made_by_hand_system"),
                new InvalidSetting(
                        Map.of("SILD_DATABASE_URL", foreignDatabase(), "SILD_DATABASE_PASSWORD", postgres.password()),
                        "The database does not fit this version of Sild: "),
                new InvalidSetting(
                        Map.of("SILD_DATABASE_URL", old(), "SILD_DATABASE_PASSWORD", postgres.password()),
                        "This database was created by Sild 0.1 and cannot be upgraded to Sild 0.2 or later. Export "));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void an_invalid_setting_is_reported_by_name(InvalidSetting invalid) throws IOException, InterruptedException {
        var settings = new HashMap<>(Map.of("SILD_DATA", folder.resolve("data").toString()));
        settings.putAll(invalid.settings());
        List<String> output = start(settings);
        assertThat(output).hasSize(1).allSatisfy(line -> assertThat(line).contains(invalid.line()));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void all_invalid_settings_are_reported_together() throws IOException, InterruptedException {
        List<String> output = start(Map.of(
                "SILD_LIMITS_ATTEMPTS",
                "0",
                "SILD_SESSION_IDLE",
                "0S",
                "SILD_DEMO",
                "yes",
                "SILD_DATA",
                folder.resolve("data").toString()));
        assertThat(output).hasSize(3);
    }

    /** The output of the application before it exits with an error. */
    private static List<String> start(Map<String, String> settings) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = Instances.process(Instances.freePort(), settings, log);
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("The process has ended")
                    .isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        return Files.readAllLines(log);
    }
}
