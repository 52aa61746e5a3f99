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
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the AOT cache of a packaged application: TrainingRun APPLICATION OPTIONS. Starts a temporary installation with
 * demo data, sends the requests that the first users of a server send, and stops it. The JVM then writes the classes
 * that it loaded and the profiles of their methods to APPLICATION/sild.aot (JEP 483, 514 and 515).
 */
final class TrainingRun {

    private static final String JSON = "application/json";
    private static final String PASSWORD = "sild-demo-2026";
    /** Enough for the profiles of the methods that a request uses. */
    private static final int ROUNDS = 6;

    private static final int CONNECTIONS = 8;
    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration WRITTEN = Duration.ofMinutes(3);

    private static final List<String> LISTS = List.of(
            "/api/v1/me",
            "/api/v1/opportunities",
            "/api/v1/opportunities?q=network",
            "/api/v1/distributions",
            "/api/v1/deal-registrations",
            "/api/v1/customers",
            "/api/v1/partners",
            "/api/v1/users",
            "/api/v1/dashboard",
            "/api/v1/notifications",
            "/api/v1/audit-events",
            "/api/v1/sessions",
            "/api/v1/tiers",
            "/api/v1/territories",
            "/api/v1/policies");
    private static final List<String> PUBLIC = List.of(
            "/", "/.well-known/jwks.json", "/problems/not-found", "/q/health", "/q/metrics", "/api/v1/invitations/unknown");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;

    private TrainingRun(int port) {
        server = "http://localhost:" + port;
    }

    public static void main(String... arguments) throws Exception {
        Path application = Path.of(arguments[0]).toAbsolutePath();
        Path options = Path.of(arguments[1]).toAbsolutePath();
        Path cache = application.resolve("sild.aot");
        Path fresh = application.resolve("sild.aot.new");
        Path work = Files.createTempDirectory("sild-training");
        Process process = null;
        try {
            int port = freePort();
            process = start(application, options, fresh, port, work);
            var training = new TrainingRun(port);
            training.awaitReady(process);
            training.work();
            process.destroy();
            if (!process.waitFor(WRITTEN.toSeconds(), TimeUnit.SECONDS) || !Files.exists(fresh)) {
                throw new IllegalStateException("The JVM wrote no cache.");
            }
            Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING);
        } catch (Exception e) {
            Path log = work.resolve("log");
            System.err.println(Files.exists(log) ? Files.readString(log) : "");
            throw e;
        } finally {
            if (process != null) {
                process.destroyForcibly().waitFor();
            }
            delete(work);
            Files.deleteIfExists(fresh);
        }
        // The HTTP client's threads would keep the process alive.
        System.exit(0);
    }

    private static Process start(Path application, Path options, Path cache, int port, Path work) throws IOException {
        var java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + options,
                "-XX:AOTCacheOutput=" + cache,
                "-jar",
                application.resolve("quarkus-run.jar").toString());
        java.redirectErrorStream(true).redirectOutput(work.resolve("log").toFile());
        java.environment().keySet().removeIf(name -> name.startsWith("SILD_") || name.startsWith("QUARKUS_"));
        java.environment().put("SILD_PORT", "" + port);
        java.environment().put("SILD_DATA", work.resolve("data").toString());
        java.environment().put("SILD_DEMO", "true");
        java.environment().put("SILD_LIMITS_REQUESTS", "1000000");
        java.environment().put("SILD_LIMITS_ATTEMPTS", "1000000");
        return java.start();
    }

    private void awaitReady(Process process) throws Exception {
        long end = System.nanoTime() + READY.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (send("GET", "/q/health/ready", null, "").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // The port is not open yet.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The application did not start.");
    }

    private void work() throws Exception {
        try (var users = Executors.newFixedThreadPool(CONNECTIONS)) {
            var visits = new ArrayList<Future<?>>();
            for (int i = 0; i < ROUNDS; i++) {
                String email = List.of("mari@sild.example", "liis@sild.example", "helen@pohjala.example").get(i % 3);
                visits.add(users.submit(() -> {
                    visit(email);
                    return null;
                }));
            }
            for (var visit : visits) {
                visit.get();
            }
        }
        change();
    }

    /** Bad tokens, a refused and a successful sign-in, lists, details, a refresh and a sign-out. */
    private void visit(String email) throws Exception {
        for (String page : PUBLIC) {
            send("GET", page, null, "");
            send("GET", page, null, "sild_access=a.b.c");
        }
        signIn(email, "not the password");
        var signedIn = signIn(email, PASSWORD);
        if (signedIn.statusCode() != 201) {
            throw new IllegalStateException(signedIn.body());
        }
        String cookies = cookies(signedIn);
        String broken = cookies.replaceFirst("(sild_access=[^;]{20})[^;]*", "$1");
        send("GET", "/api/v1/me", null, broken);
        send("POST", "/api/v1/sessions/refresh", null, broken.replaceFirst("sild_refresh=", "sild_refresh=x"));
        send("POST", "/oauth/token", "grant_type=client_credentials", broken);
        for (String list : LISTS) {
            send("GET", list, null, cookies);
        }
        for (String detail : List.of("opportunities", "customers", "partners")) {
            String id = firstId(send("GET", "/api/v1/" + detail, null, cookies).body());
            send("GET", "/api/v1/" + detail + "/" + id, null, cookies);
            if (detail.equals("opportunities")) {
                send("GET", "/api/v1/opportunities/" + id + "/timeline", null, cookies);
                send("POST", "/api/v1/opportunities/" + id + "/notes", "{\"text\": \"*Called* them\"}", cookies);
            }
        }
        var refreshed = send("POST", "/api/v1/sessions/refresh", null, cookies);
        send("DELETE", "/api/v1/sessions/current", null, cookies(refreshed));
        send("GET", "/api/v1/me", null, cookies);
    }

    /** An opportunity from its creation to its success. */
    private void change() throws Exception {
        String staff = cookies(signIn("liis@sild.example", PASSWORD));
        String partner = cookies(signIn("janis@daugavatikli.example", PASSWORD));
        String partnerId = firstId(send("GET", "/api/v1/partners?q=Daugava", null, staff).body());
        String id = firstId(send("POST", "/api/v1/opportunities", """
                {"topic": "Network", "customer": {"name": "Jõe Ladu OÜ", "country": "EE"},
                  "value": {"estimated": {"amount": 48000, "currency": "EUR"}}}""", staff).body());
        String opportunity = "/api/v1/opportunities/" + id;
        send("POST", opportunity + "/distribute", "{\"method\": \"DIRECT\", \"partnerId\": \"" + partnerId + "\"}", staff);
        send("GET", opportunity, null, partner);
        String offer = firstId(send("GET", "/api/v1/distributions", null, partner).body());
        send("POST", "/api/v1/distributions/" + offer + "/accept", null, partner);
        send("POST", opportunity + "/close", """
                {"outcome": "WON", "actualValue": {"amount": 45000, "currency": "EUR"}}""", staff);
    }

    private HttpResponse<String> signIn(String email, String password) throws Exception {
        return send("POST", "/api/v1/sessions", """
                {"email": "%s", "password": "%s"}""".formatted(email, password), "");
    }

    private HttpResponse<String> send(String method, String path, String body, String cookies) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(60))
                .header("Sec-Fetch-Site", "same-origin")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (body != null) {
            request.header("Content-Type", body.startsWith("{") ? JSON : "application/x-www-form-urlencoded");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String cookies(HttpResponse<String> response) {
        return response.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private static String firstId(String body) {
        var id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(body);
        return id.find() ? id.group(1) : "unknown";
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
