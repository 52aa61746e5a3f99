import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Measures how long the list of a bystander takes while others load the server. backend/bench/bulkheads starts it with
 * the folder of the benchmark, the application, a folder for the data, the number of opportunities, the seconds of each
 * run, and the options with which the JVM runs Sild.
 */
public final class Bulkheads {

    private static final int LIMIT = 1_200;
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Server sild;
    private final Callers callers;
    private final Duration time;

    private Bulkheads(Server sild, Callers callers, Duration time) {
        this.sild = sild;
        this.callers = callers;
        this.time = time;
    }

    /** What one client of a crowd does, again and again. */
    private interface Act {
        void run(AtomicInteger done) throws IOException, InterruptedException;
    }

    public static void main(String[] arguments) throws Exception {
        var application = Path.of(arguments[1]);
        var folder = Path.of(arguments[2]);
        var options = List.of(arguments).subList(5, arguments.length);
        var time = Duration.ofSeconds(Long.parseLong(arguments[4]));
        try (var database = new Database(folder.resolve("postgresql"))) {
            var data = Data.ofWorkloads(Path.of(arguments[0]), Long.parseLong(arguments[3]));
            Rig.prepare(database, data, application, options, folder);
            var callers = new Callers(database);
            try (var sild = Server.sild(application, options, database, folder)) {
                callers.signIn(sild.port);
                var bulkheads = new Bulkheads(sild, callers, time);
                bulkheads.warmUp();
                bulkheads.measure("nothing else", 0, i -> done -> {});
                bulkheads.measure("16 dashboards of the vendor, left after 100 ms", 16, bulkheads::vendorsDashboard);
                bulkheads.measure("16 dashboards of partners, left after 100 ms", 16, bulkheads::partnersDashboard);
                bulkheads.measure("8 partners that export their opportunities", 8, bulkheads::export);
            }
            try (var sild = Server.sild(application, options, database, folder, LIMIT)) {
                callers.signIn(sild.port);
                var bulkheads = new Bulkheads(sild, callers, time);
                bulkheads.warmUp();
                bulkheads.measure("a client at 10 times its limit", 1, i -> bulkheads::tooOften);
            }
        }
    }

    private void warmUp() throws IOException, InterruptedException {
        System.out.println("Warming up");
        bystander(Duration.ofMillis(10), time.dividedBy(3));
    }

    private Act vendorsDashboard(int i) {
        return leaving(callers.staff().get(1 + i % (callers.staff().size() - 1)));
    }

    private Act partnersDashboard(int i) {
        return leaving(callers.partners().get(1 + i));
    }

    private Act leaving(String[] caller) {
        String request = Exchange.get("/api/v1/dashboard", callers.bearer(caller));
        return done -> {
            try (var socket = new Socket("127.0.0.1", sild.port)) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(PATIENCE);
                done.incrementAndGet();
            }
        };
    }

    private Act export(int i) {
        var caller = callers.partners().get(1 + i);
        return done -> {
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.send(
                        request("/api/v1/opportunities/export", caller).build(),
                        BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    done.incrementAndGet();
                } else {
                    Thread.sleep(BETWEEN);
                }
            }
        };
    }

    private void tooOften(AtomicInteger done) throws IOException, InterruptedException {
        var caller = callers.staff().get(1);
        try (var client = HttpClient.newHttpClient();
                var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            long end = System.nanoTime() + time.toNanos();
            for (long next = System.nanoTime(); next < end; next += 60_000_000_000L / (10 * LIMIT)) {
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
                var request = request("/api/v1/opportunities", caller).build();
                requests.submit(() -> {
                    client.send(request, BodyHandlers.discarding());
                    return done.incrementAndGet();
                });
            }
        }
    }

    private void measure(String title, int clients, IntFunction<Act> crowd)
            throws IOException, InterruptedException {
        callers.signIn(sild.port);
        var over = new AtomicBoolean();
        var done = new AtomicInteger();
        var failures = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                var act = crowd.apply(i);
                threads.submit(() -> {
                    while (!over.get()) {
                        try {
                            act.run(done);
                        } catch (IOException e) {
                            failures.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
            String seen = bystander(BETWEEN, time);
            over.set(true);
            System.out.printf(
                    "%-50s %s; the others: %d requests, %d failures%n", title, seen, done.get(), failures.get());
        }
    }

    /** Lists the newest opportunities of a partner and of the vendor in turn. */
    private String bystander(Duration between, Duration howLong) throws IOException, InterruptedException {
        var times = new ArrayList<Long>();
        var statuses = new TreeMap<Integer, Integer>();
        try (var client = HttpClient.newHttpClient()) {
            long end = System.nanoTime() + howLong.toNanos();
            for (int i = 0; System.nanoTime() < end; i++) {
                var caller = i % 2 == 0 ? callers.partners().getFirst() : callers.staff().getFirst();
                String list = i % 2 == 0 ? "/api/v1/opportunities?view=managed" : "/api/v1/opportunities";
                long begin = System.nanoTime();
                var answer = client.send(request(list, caller).build(), BodyHandlers.discarding());
                times.add(System.nanoTime() - begin);
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                Thread.sleep(Duration.ofNanos(Math.max(0, between.toNanos() - (System.nanoTime() - begin))));
            }
        }
        times.sort(null);
        return "p50 %.0f ms, p95 %.0f ms, at most %.0f ms, statuses %s"
                .formatted(at(times, 0.5), at(times, 0.95), at(times, 1), statuses);
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share))) / 1e6;
    }

    private HttpRequest.Builder request(String path, String[] caller) {
        String bearer = callers.bearer(caller).replaceAll("(?s)Authorization: (.*)\r\n", "$1");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sild.port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", bearer);
    }
}
