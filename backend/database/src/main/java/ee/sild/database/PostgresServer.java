package ee.sild.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server process of an embedded PostgreSQL, which outlives an owner that was killed. */
final class PostgresServer {

    private final PostgresPrograms programs;
    private final DataFolder folder;
    private int port;
    private boolean durable;

    PostgresServer(PostgresPrograms programs, DataFolder folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /** Adopts the running server, or starts one. */
    void start(boolean durable) throws IOException {
        this.durable = durable;
        if (!Files.exists(folder.cluster().resolve("PG_VERSION"))) {
            NewCluster.create(programs, folder);
        }
        if (!adopt()) {
            port = freePort();
            launch();
        }
    }

    int port() {
        return port;
    }

    /** Whether the server process runs. It may be killed alone, for example when memory is short. */
    boolean isRunning() throws IOException {
        Path pidFile = pidFile();
        if (!Files.exists(pidFile)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile);
        return !lines.isEmpty() && isPostgres(Long.parseLong(lines.getFirst().strip()));
    }

    /** Starts the server again, at the same address, after its process has ended. */
    void restart() throws IOException {
        Files.deleteIfExists(pidFile());
        launch();
    }

    void stop() throws IOException {
        programs.run("pg_ctl", "-D", folder.cluster().toString(), "-m", "fast", "-w", "stop");
    }

    /** Adopts a server that is still running without its owner; waits for one that is shutting down. */
    private boolean adopt() throws IOException {
        Path pidFile = pidFile();
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

    private Path pidFile() {
        return folder.cluster().resolve("postmaster.pid");
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void launch() throws IOException {
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
                folder.cluster().toString(),
                "-w",
                "-t",
                "60",
                "-l",
                folder.log().toString(),
                "-o",
                String.join(" ", options),
                "start");
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
