import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Measures how long the first and a late page of every list takes, for one client. backend/bench/lists starts it with
 * the folder of the benchmark, the application, a folder for the data, the number of opportunities, the contract, the
 * document, the number of the late page, a regular expression for the names of the cases, and the options with which
 * the JVM runs Sild.
 */
public final class Lists {

    private static final int TIMES = 31;
    private static final int WARM_UP = 10;
    private static final int PAGE = 25;
    private static final int LARGEST_PAGE = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int latePage;
    private final StringBuilder table = new StringBuilder("""
            | list | user | page 1, p50 | late page, p50 | ratio | items before |
            | --- | --- | --- | --- | --- | --- |
            """);

    private Lists(int latePage) {
        this.latePage = latePage;
    }

    public static void main(String[] arguments) throws Exception {
        var sources = Path.of(arguments[0]);
        var application = Path.of(arguments[1]);
        var folder = Path.of(arguments[2]);
        long rows = Long.parseLong(arguments[3]);
        String only = arguments[7];
        var options = List.of(arguments).subList(8, arguments.length);
        try (var database = new Database(folder.resolve("postgresql"))) {
            Rig.prepare(database, Data.ofWorkloads(sources, rows), application, options, folder);
            try (var sild = Server.sild(application, options, database, folder);
                    var client = HttpClient.newHttpClient()) {
                var lists = new Lists(Integer.parseInt(arguments[6]));
                var cases = new Cases(Path.of(arguments[4]), sources.resolve("cases.properties"), database).sorts();
                for (var user : User.all(client, sild.port, database)) {
                    for (var read : cases) {
                        if (read.name().matches(only)) {
                            lists.measure(read, user);
                        }
                    }
                }
                System.out.println(lists.table);
                if (only.equals(".*")) {
                    lists.write(Path.of(arguments[5]), rows);
                }
            }
        }
    }

    private void measure(Case read, User user) throws IOException, InterruptedException {
        if (user.get(read.url("")).statusCode() != 200) {
            return;
        }
        String cursor = null;
        long before = 0;
        long wanted = (latePage - 1L) * PAGE;
        while (before < wanted) {
            long size = Math.min(LARGEST_PAGE, wanted - before);
            JsonNode page = JSON.readTree(user.get(read.url("limit=" + size + (cursor == null ? "" : "&cursor=" + cursor)))
                    .body());
            if (page.path("nextCursor").isNull() || page.path("nextCursor").isMissingNode()) {
                break;
            }
            cursor = page.path("nextCursor").asText();
            before += size;
        }
        double first = p50(read.url(""), user);
        String row = cursor == null
                ? "| `%s` | %s | %.1f ms | – | – | one page |%n".formatted(read.name(), user.name, first)
                : lateRow(read, user, first, p50(read.url("cursor=" + cursor), user), before);
        table.append(row);
        System.out.print(row);
    }

    private static String lateRow(Case read, User user, double first, double late, long before) {
        return "| `%s` | %s | %.1f ms | %.1f ms | %.2f | %,d |%n"
                .formatted(read.name(), user.name, first, late, late / first, before);
    }

    /** Milliseconds. */
    private static double p50(String url, User user) throws IOException, InterruptedException {
        var times = new ArrayList<Long>();
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            long begin = System.nanoTime();
            var answer = user.get(url);
            if (answer.statusCode() != 200) {
                throw new IOException(url + " is answered with " + answer.statusCode() + ": " + answer.body());
            }
            if (i >= WARM_UP) {
                times.add(System.nanoTime() - begin);
            }
        }
        times.sort(null);
        return times.get(TIMES / 2) / 1e6;
    }

    /** Replaces the table of this size, which stands between two comments. */
    private void write(Path document, long rows) throws IOException {
        String begin = "<!-- lists of " + rows + " rows -->";
        String end = "<!-- end of lists of " + rows + " rows -->";
        String text = Files.readString(document);
        String section = "%s%n%n### %,d opportunities, first and late pages%n%nMeasured on %s, %d processors, one client, %d requests each.%n%n%s%s"
                .formatted(
                        begin,
                        rows,
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        TIMES,
                        table,
                        end);
        int from = text.indexOf(begin);
        Files.writeString(
                document,
                from < 0
                        ? text.stripTrailing() + "\n\n" + section + "\n"
                        : text.substring(0, from) + section + text.substring(text.indexOf(end) + end.length()));
    }
}
