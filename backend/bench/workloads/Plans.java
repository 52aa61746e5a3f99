import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Sends all reads of the contract and holds the plans that PostgreSQL used against two rules: a growing table is never
 * read from the beginning to the end, and what is read is in proportion to the items of the answer. backend/bench/plans
 * starts it with the folder of the benchmark, the application, a folder for the data, the number of opportunities, the
 * contract, the file for the result, a regular expression for the names of the cases, and the options with which the JVM runs Sild.
 */
public final class Plans {

    private static final int ROWS_PER_ITEM = 50;
    private static final int ROWS_OF_AN_ANSWER = 500;

    /**
     * A filter that has no index of its own may read what one partner works on, in two tables. A large partner has 1,500
     * opportunities, however many there are in all.
     */
    private static final int ROWS_OF_A_PARTNER = 3_000;

    /** Where the server stops counting. */
    private static final int ROWS_OF_A_COUNT = 10_000;

    /** What a statement of a job may read: jobs work in slices. */
    private static final int ROWS_OF_A_JOB = 50_000;

    private static final Duration TIME_OF_JOBS = Duration.ofSeconds(10);

    /** A connection may use another plan of a statement from its sixth execution on. */
    private static final int TIMES = 7;

    /** More rows than a page with 25 items may read. */
    private static final int EARLIER_PAGES = 15;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlanLog log;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * What was found about a case.
     *
     * @param broken the rules that are broken, and by what
     */
    record Finding(String name, String user, int status, int items, long rows, long blocks, List<String> broken) {}

    private Plans(PlanLog log) {
        this.log = log;
    }

    public static void main(String[] arguments) throws Exception {
        var sources = Path.of(arguments[0]);
        var application = Path.of(arguments[1]);
        var folder = Path.of(arguments[2]);
        long rows = Long.parseLong(arguments[3]);
        var options = List.of(arguments).subList(7, arguments.length);
        try (var database = new Database(folder.resolve("postgresql"))) {
            Rig.prepare(
                    database, new Data(sources, rows, 2, List.of("data.sql", "history.sql")), application, options, folder);
            // A kept database gets the migrations of this version before the log begins.
            Server.sild(application, options, database, folder).close();
            PlanLog.start(database);
            var log = new PlanLog(database.log(), sources.resolve("small-tables.txt"));
            try (var sild = Server.sild(application, options, database, folder);
                    var client = HttpClient.newHttpClient()) {
                var plans = new Plans(log);
                plans.checkJobs(database);
                var cases = new Cases(Path.of(arguments[4]), sources.resolve("cases.properties"), database).list();
                for (var user : User.all(client, sild.port, database)) {
                    for (var read : cases) {
                        if (read.name().matches(arguments[6])) {
                            plans.check(read, user);
                        }
                    }
                }
                plans.report(Path.of(arguments[5]));
            } finally {
                PlanLog.stop(database);
            }
        }
    }

    /** All jobs run when the server starts. Then they rest, so that the log has only the statements of requests. */
    private void checkJobs(Database database) throws IOException, InterruptedException, SQLException {
        Thread.sleep(TIME_OF_JOBS);
        database.execute("update scheduled_tasks set execution_time = now() + interval '1 day'");
        var reads = new Reads();
        log.read(plan -> {
            if (plan.rows() > ROWS_OF_A_JOB || !plan.scanned().isEmpty()) {
                reads.add(plan);
            }
        });
        found(new Finding("jobs", "system", 200, 0, reads.rows, reads.blocks, reads.broken(0, 0)));
    }

    private void check(Case read, User user) throws IOException, InterruptedException {
        if (check(read.name(), read.url(""), user) && read.sorted()) {
            String cursor = cursor(read, user);
            if (cursor != null) {
                check(read.name() + " (late page)", read.url("cursor=" + cursor), user);
            }
        }
    }

    private static String cursor(Case read, User user) throws IOException, InterruptedException {
        String cursor = null;
        String next = "limit=200";
        for (int i = 0; i < EARLIER_PAGES && next != null; i++) {
            var page = JSON.readTree(user.get(read.url(next)).body());
            String found = page.path("nextCursor").asText(null);
            cursor = found == null ? cursor : found;
            next = found == null ? null : "limit=200&cursor=" + found;
        }
        return cursor;
    }

    /** Whether the user may read it. */
    private boolean check(String name, String url, User user) throws IOException, InterruptedException {
        Finding found = null;
        for (int i = 0; i < TIMES && (found == null || found.broken().isEmpty()); i++) {
            log.skip();
            var answer = user.get(url);
            var reads = new Reads();
            log.read(reads::add);
            found = finding(name, user, answer.statusCode(), answer.body(), reads);
        }
        found(found);
        return found.status() == 200;
    }

    private void found(Finding finding) {
        findings.add(finding);
        System.out.printf(
                "%-3s %s, %s: %d, %d items, %,d rows, %,d blocks%n",
                finding.broken().isEmpty() ? "" : "NO",
                finding.name(),
                finding.user(),
                finding.status(),
                finding.items(),
                finding.rows(),
                finding.blocks());
        finding.broken().forEach(rule -> System.out.println("      " + rule.replaceAll("\\s+", " ")));
    }

    /** What the statements of a request have read together. */
    private static final class Reads {
        private long rows;
        private long blocks;
        private final Set<String> scans = new TreeSet<>();
        private final Map<String, Long> costly = new TreeMap<>();

        void add(Plan plan) {
            rows += plan.rows();
            blocks += plan.blocks();
            if (!plan.scanned().isEmpty()) {
                scans.add("scans " + String.join(", ", plan.scanned()) + " in " + plan.statement());
            }
            plan.costly().forEach((node, read) -> costly.merge(node + " in " + plan.statement(), read, Long::sum));
        }

        /** The rules that are broken if a number of items may cost so many rows. */
        List<String> broken(int items, long most) {
            var broken = new ArrayList<String>(scans);
            if (rows > most) {
                broken.add("reads %,d rows for %d items, at most %,d".formatted(rows, items, most));
                costly.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(3)
                        .forEach(read -> broken.add("reads %,d rows: %s".formatted(read.getValue(), read.getKey())));
            }
            return broken;
        }
    }

    private static Finding finding(String name, User user, int status, String body, Reads reads) throws IOException {
        int items = body.startsWith("{") ? items(JSON.readTree(body)) : 1;
        long most = (long) ROWS_PER_ITEM * items
                + (user.ofPartner ? ROWS_OF_A_PARTNER : ROWS_OF_AN_ANSWER)
                + (name.endsWith("?count=true") ? ROWS_OF_A_COUNT : 0);
        var broken = reads.broken(items, most);
        if (status >= 500) {
            broken.add("is answered with " + status);
        }
        return new Finding(name, user.name, status, items, reads.rows, reads.blocks, broken);
    }

    /** The items of all lists in an answer; an answer without a list is one. */
    private static int items(JsonNode answer) {
        int items = 0;
        for (JsonNode field : answer) {
            items += field.isArray() ? field.size() : 0;
        }
        return Math.max(1, items);
    }

    private void report(Path file) throws IOException {
        Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(findings));
        long broken = findings.stream().filter(finding -> !finding.broken().isEmpty()).count();
        System.out.printf("%d cases, %d break a rule; see %s%n", findings.size(), broken, file);
    }
}
