import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server under load: Sild or the thin one, each a process of its own. */
final class Server implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;
    final int port;

    private Server(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * The packaged product as backend/run starts it, with a limit of requests that nobody reaches, and without the job
     * that would raise an alert for most of the generated opportunities.
     */
    static Server sild(Path application, List<String> options, Database database, Path folder)
            throws IOException, InterruptedException {
        return sild(application, options, database, folder, 1_000_000_000);
    }

    /** @param limit how many requests a minute a caller may send */
    static Server sild(Path application, List<String> options, Database database, Path folder, int limit)
            throws IOException, InterruptedException {
        int port = freePort();
        var command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of("-jar", application.toString()));
        var server = start(
                command,
                folder.resolve("sild.log"),
                port,
                Map.of(
                        "SILD_PORT",
                        "" + port,
                        "SILD_DATA",
                        folder.toString(),
                        "SILD_DEMO",
                        "false",
                        "SILD_DATABASE_URL",
                        database.url(),
                        "SILD_DATABASE_USER",
                        "sild",
                        "SILD_DATABASE_PASSWORD",
                        database.password(),
                        "SILD_LIMITS_REQUESTS",
                        "" + limit,
                        "SILD_SESSION_ACCESS",
                        "PT30M",
                        "SILD_ANSWER_CLOCK_INACTIVITY_EVERY",
                        "PT12H"));
        server.await(() -> ready(port));
        return server;
    }

    static Server thin(Path source, Database database, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        var command = List.of(
                java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                source.toString(),
                "" + port,
                "" + database.port());
        var server = start(command, folder.resolve("thin.log"), port, Map.of("PGPASSWORD", database.password()));
        server.await(() -> listens(port));
        return server;
    }

    private static Server start(List<String> command, Path log, int port, Map<String, String> environment)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Server(process, log, port);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    private interface Check {
        boolean passes() throws InterruptedException;
    }

    private void await(Check check) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + START.toNanos(); !check.passes(); Thread.sleep(200)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("A server did not start:\n" + Files.readString(log));
            }
        }
    }

    private static boolean ready(int port) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
