package ee.sild.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A private, durable PostgreSQL in a folder: loopback only, password in a 0600 file, one owner at a time. A server that
 * is still running after its owner was killed is adopted, so no committed data is lost.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String USER = "sild";
    private static final String DATABASE = "sild";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int TRIES = 60;

    private final DataFolder folder;
    private final PostgresServer server;
    private volatile boolean closed;

    private EmbeddedPostgres(PostgresPrograms programs, Path folder) throws IOException {
        this.folder = new DataFolder(folder);
        this.server = new PostgresServer(programs, this.folder);
    }

    /** Starts the server of this folder, creating it first if the folder is empty. */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, true);
    }

    /**
     * Starts the server of this folder, creating it first if the folder is empty.
     *
     * @param durable false for tests only: a crash of the machine may then lose data
     */
    public static EmbeddedPostgres start(Path folder, boolean durable) {
        try {
            Files.createDirectories(folder);
            var postgres = new EmbeddedPostgres(new PostgresPrograms(PostgresBinaries.in(cache())), folder);
            postgres.server.start(durable);
            postgres.createDatabase();
            return postgres;
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? "it cannot be made or written" : e.getReason();
            throw new DatabaseUnavailable("The database in %s cannot be used: %s".formatted(folder, reason));
        } catch (IOException | SQLException e) {
            throw new DatabaseUnavailable("The database in %s cannot be used: %s".formatted(folder, e.getMessage()));
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), DATABASE);
    }

    public String password() {
        return folder.password();
    }

    /**
     * Starts the server again whenever its process has ended, for example because it was killed.
     *
     * @param lost runs once if that fails for a minute
     */
    public void keepRunning(Runnable lost) {
        Thread.ofPlatform().daemon().name("keep-database-running").start(() -> {
            try {
                int failed = 0;
                while (!closed && failed < TRIES) {
                    Thread.sleep(LOOK);
                    failed = isRunningAgain() ? 0 : failed + 1;
                }
                if (!closed) {
                    lost.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized boolean isRunningAgain() {
        try {
            if (!closed && !server.isRunning()) {
                System.err.println("The embedded database has ended and is started again.");
                server.restart();
            }
            return true;
        } catch (IOException e) {
            System.err.println("The embedded database could not be started again: " + e.getMessage());
            return false;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try {
            server.stop();
        } finally {
            folder.close();
        }
    }

    private static Path cache() {
        String named = System.getenv("XDG_CACHE_HOME");
        Path caches = named == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
        return caches.resolve("sild");
    }

    private void createDatabase() throws SQLException {
        String postgres = url().substring(0, url().lastIndexOf('/')) + "/postgres";
        try (var connection = DriverManager.getConnection(postgres, USER, password());
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_database where datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }
}
