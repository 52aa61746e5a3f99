package ee.sild;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import ee.sild.database.ApplicationRole;
import ee.sild.database.EmbeddedPostgres;

/** A real PostgreSQL for the tests, created for each run. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            ContractFilter.deleteEarlierRuns();
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-data");
            postgres = EmbeddedPostgres.start(folder.toAbsolutePath().resolve("postgresql"), false);
            disableFsync(postgres);
            var settings = new HashMap<>(
                    new ApplicationRole(postgres.url(), EmbeddedPostgres.USER, postgres.password()).settings());
            settings.put(
                    "quarkus.datasource.jdbc.additional-jdbc-properties.options",
                    "-c statement_timeout=30s -c lock_timeout=3s");
            settings.put("sild.limits.requests", "1000000");
            settings.put("sild.session.access", "30M");
            settings.put("sild.answer-clock.every", "1S");
            settings.put("sild.answer-clock.inactivity-every", "1S");
            settings.put("sild.clock-offset-file", ShiftedClock.FILE.toString());
            ShiftedClock.back();
            settings.put("sild.live.length", "0.2S");
            settings.put("sild.attachments.opportunity-megabytes", "30");
            settings.put("sild.attachments.partner-megabytes", "40");
            settings.put("sild.mail.host", "127.0.0.1");
            try (var free = new ServerSocket(0)) {
                settings.put("sild.mail.port", "" + free.getLocalPort());
            }
            return settings;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The data of a test run need not survive a crash, so nothing waits for the disk. */
    public static void disableFsync(EmbeddedPostgres postgres) throws IOException {
        try (var superuser = DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = superuser.createStatement()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                statement.execute("alter system set " + setting + " = off");
            }
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void stop() {
        try (var owner = DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password())) {
            ChangeCounter.append(owner);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
