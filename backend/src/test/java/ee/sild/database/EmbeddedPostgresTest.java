package ee.sild.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedPostgresTest {

    private static final Duration STARTED_AGAIN = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void a_server_that_was_killed_is_started_again_with_its_data() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, false)) {
            postgres.keepRunning(() -> {});
            execute(postgres, "create table kept (id int)");
            for (int i = 0; i < 2; i++) {
                long killed = pid();
                ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                Instant end = Instant.now().plus(STARTED_AGAIN);
                while (!isBack(postgres, killed) && Instant.now().isBefore(end)) {
                    Thread.sleep(200);
                }
                execute(postgres, "insert into kept values (1)");
            }
        }
        assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
    }

    private boolean isBack(EmbeddedPostgres postgres, long killed) {
        try {
            execute(postgres, "select 1");
            return pid() != killed;
        } catch (SQLException | IOException notYet) {
            return false;
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
