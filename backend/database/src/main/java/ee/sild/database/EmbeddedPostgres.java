package ee.sild.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A private, durable PostgreSQL in a folder: loopback only, password in a 0600 file, one owner at a time. A server that
 * is still running after its owner was killed is adopted, so no committed data is lost.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String USER = "sild";
    private static final String DATABASE = "sild";

    private final PostgresPrograms programs;
    private final Path folder;
    private final Path cluster;
    private final String password;
    private final FileChannel owner;
    private final FileLock lock;
    private int port;

    private EmbeddedPostgres(PostgresPrograms programs, Path folder) throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.owner = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.lock = lockOrNull(owner);
        if (lock == null) {
            throw new DatabaseUnavailable("Another Sild already uses the data folder " + folder);
        }
        this.password = password(folder.resolve("password"));
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
            boolean fresh = !Files.exists(postgres.cluster.resolve("PG_VERSION"));
            if (fresh) {
                postgres.create();
            }
            if (!postgres.adopt()) {
                postgres.launch(durable);
            }
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
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        try {
            programs.run("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "stop");
        } finally {
            lock.release();
            owner.close();
        }
    }

    private static Path cache() {
        String named = System.getenv("XDG_CACHE_HOME");
        Path caches = named == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
        return caches.resolve("sild");
    }

    private static FileLock lockOrNull(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file).strip();
    }

    /** Created in a temporary folder and moved, so that an interrupted first start leaves nothing incomplete. */
    private void create() throws IOException {
        Path fresh = folder.resolve("cluster.new");
        PostgresBinaries.delete(fresh);
        programs.run(
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                USER,
                "--auth=scram-sha-256",
                "--pwfile=" + folder.resolve("password"),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8");
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Adopts a server that is still running without its owner; waits for one that is shutting down. */
    private boolean adopt() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        for (int tries = 0; Files.exists(pidFile) && tries < 150; tries++) {
            List<String> lines = Files.readAllLines(pidFile);
            long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
            if (!isPostgres(pid)) {
                Files.deleteIfExists(pidFile);
                return false;
            }
            if (lines.size() >= 8 && lines.get(7).strip().equals("ready")) {
                port = Integer.parseInt(lines.get(3).strip());
                return true;
            }
            pause();
        }
        return false;
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }

    private void launch(boolean durable) throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        var options = new ArrayList<>(List.of(
                "-p",
                "" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "timezone=UTC",
                "-c",
                "shared_buffers=256MB",
                "-c",
                "max_connections=100"));
        if (!durable) {
            options.addAll(List.of("-c", "fsync=off", "-c", "full_page_writes=off"));
        }
        programs.run(
                "pg_ctl",
                "-D",
                cluster.toString(),
                "-w",
                "-t",
                "60",
                "-l",
                folder.resolve("postgresql.log").toString(),
                "-o",
                String.join(" ", options),
                "start");
    }

    private void createDatabase() throws SQLException {
        String server = url().substring(0, url().lastIndexOf('/')) + "/postgres";
        try (var connection = DriverManager.getConnection(server, USER, password);
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_database where datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
