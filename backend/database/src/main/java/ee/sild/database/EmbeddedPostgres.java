package ee.sild.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A private, durable PostgreSQL in a folder: loopback only, password in a 0600 file, one owner at a time. A server that
 * is still running after its owner was killed is adopted, so no committed data is lost.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String USER = "sild";
    private static final String DATABASE = "sild";

    private final DataFolder folder;
    private final PostgresServer server;

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

    @Override
    public void close() throws IOException {
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
