package ee.sild.instances;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.TestDatabase;
import ee.sild.database.EmbeddedPostgres;

/** Installed instances of Sild in separate processes, with one database that contains the demo data. */
final class Instances implements AutoCloseable {

    static final String PASSWORD = "sild-demo-2026";
    private static final String OWNER = "house";
    private static final String OWNERS_PASSWORD = "the-owners-own-password";
    static final Path CACHE = Path.of("target/quarkus-app/sild.aot").toAbsolutePath();
    private static final Path APPLICATION =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Path OPTIONS = Path.of("bin/java.options").toAbsolutePath();

    /** Only the first compiler tier, because tests start many instances at the same time. */
    static final List<String> SMALL = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");
    /** As {@code backend/run} starts it. */
    static final List<String> INSTALLED = List.of("-Xmx1g");

    private final Map<String, String> settings;
    private final List<String> options;
    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final List<Process> processes = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A signed-in user, of any instance. */
    record Person(String access, String refresh) {}

    /** The response of an instance. */
    record Answer(int status, String text, JsonNode body, Map<String, List<String>> headers) {

        String id() {
            return body.path("id").asText();
        }

        String code() {
            return body.path("code").asText();
        }
    }

    Instances(int count) throws IOException, InterruptedException {
        this(count, Map.of());
    }

    /** @param settings of these instances, in addition to the defaults or instead of them */
    Instances(int count, Map<String, String> settings) throws IOException, InterruptedException {
        this(count, settings, SMALL);
    }

    /** @param options of the JVM, in addition to those of all installations */
    Instances(int count, Map<String, String> settings, List<String> options) throws IOException, InterruptedException {
        this.settings = settings;
        this.options = options;
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-data-instances")
                .toAbsolutePath();
        postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), false);
        TestDatabase.disableFsync(postgres);
        createDatabase();
        for (int i = 0; i < count; i++) {
            start();
        }
    }

    /**
     * Sets the database up as in an installation with a hosted database: the owner may create roles and is not a
     * superuser.
     */
    private void createDatabase() throws IOException {
        try (var superuser = DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = superuser.createStatement()) {
            statement.execute(
                    "create role %s login createrole nosuperuser password '%s'".formatted(OWNER, OWNERS_PASSWORD));
            statement.execute("create database installation owner " + OWNER);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Starts another instance and waits until it is ready. Only its health has been requested then. */
    void start() throws IOException, InterruptedException {
        int port = freePort();
        var all = new HashMap<>(Map.of(
                "SILD_DATABASE_URL",
                databaseUrl(),
                "SILD_DATABASE_USER",
                OWNER,
                "SILD_DATABASE_PASSWORD",
                OWNERS_PASSWORD,
                "SILD_DEMO",
                "true",
                "SILD_LIMITS_REQUESTS",
                "1000000",
                "SILD_ANSWER_CLOCK_EVERY",
                "1S",
                "SILD_JOBS_HEARTBEAT",
                Boolean.getBoolean("test.full") ? "5S" : "1S",
                "SILD_LOG_JSON",
                "true"));
        all.putAll(settings);
        var process = process(options, port, all, folder.resolve("instance-" + port + ".log"));
        processes.add(process);
        ports.add(port);
        for (int i = 0; i < 1200 && !isReady(port); i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("instance-" + port + ".log")));
            }
            Thread.sleep(100);
        }
    }

    static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    /** The application with only these settings. */
    static Process process(int port, Map<String, String> settings, Path log) throws IOException {
        return process(SMALL, port, settings, log);
    }

    private static Process process(List<String> options, int port, Map<String, String> settings, Path log)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + OPTIONS);
        command.add("-XX:AOTCache=" + CACHE);
        command.addAll(options);
        command.addAll(List.of("-jar", APPLICATION.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SILD_") || name.startsWith("QUARKUS_"));
        builder.environment().put("SILD_PORT", "" + port);
        builder.environment().putAll(settings);
        return builder.start();
    }

    private boolean isReady(int port) {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The URL of an instance. */
    int port(int instance) {
        return ports.get(instance);
    }

    Process process(int instance) {
        return processes.get(instance);
    }

    String log(int instance) throws IOException {
        return Files.readString(folder.resolve("instance-" + ports.get(instance) + ".log"));
    }

    Person signIn(int instance, String email) {
        return person(send(
                instance,
                null,
                "POST",
                "/api/v1/sessions",
                "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD)));
    }

    Person refresh(int instance, Person person) {
        return person(send(instance, new Person("", person.refresh()), "POST", "/api/v1/sessions/refresh", null));
    }

    private static Person person(Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.text());
        }
        return new Person(cookie(answer, "sild_access"), cookie(answer, "sild_refresh"));
    }

    private static String cookie(Answer answer, String name) {
        return answer.headers().get("set-cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    Answer get(int instance, Person by, String path) {
        return send(instance, by, "GET", path, null);
    }

    Answer post(int instance, Person by, String path, String body, String... headers) {
        return send(instance, by, "POST", path, body, headers);
    }

    Answer send(int instance, Person by, String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + ports.get(instance) + path))
                .timeout(Duration.ofSeconds(60))
                .header("Sec-Fetch-Site", "same-origin")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (by != null) {
            request.header(
                    "Cookie",
                    (by.access().isEmpty() ? "" : "sild_access=" + by.access() + "; ") + "sild_refresh="
                            + by.refresh());
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            JsonNode read = answer.body().startsWith("{") || answer.body().startsWith("[")
                    ? json.readTree(answer.body())
                    : json.nullNode();
            return new Answer(
                    answer.statusCode(), answer.body(), read, answer.headers().map());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String text) throws IOException {
        return json.readTree(text);
    }

    /** Suspends the processes of the database with all their connections, or resumes them. */
    void freeze(boolean frozen) throws IOException, InterruptedException {
        String postmaster = Files.readAllLines(folder.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst()
                .strip();
        var processes = new ArrayList<>(List.of(postmaster));
        ProcessHandle.of(Long.parseLong(postmaster))
                .orElseThrow()
                .descendants()
                .forEach(child -> processes.add("" + child.pid()));
        var command = new ArrayList<>(List.of("kill", frozen ? "-STOP" : "-CONT"));
        command.addAll(processes);
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** A connection as superuser of the database. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(databaseUrl(), EmbeddedPostgres.USER, postgres.password());
    }

    String databaseUrl() {
        return postgres.url().replaceFirst("/sild$", "/installation");
    }

    String databasePassword() {
        return OWNERS_PASSWORD;
    }

    long count(String sql) throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            process.waitFor(20, TimeUnit.SECONDS);
        }
        client.close();
        postgres.close();
    }
}
