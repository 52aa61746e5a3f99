import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Measures what touches many rows: exports of a whole list, and jobs for which everything is due at once.
 * backend/bench/bulk starts it with the folder of the benchmark, the application, a folder for the data, the number of
 * opportunities, the number of due offers, and the options with which the JVM runs Sild.
 */
public final class Bulk {

    private static final List<String> SORTS = List.of("-updatedAt", "-value", "customer");

    private final Database database;
    private final Server sild;

    private Bulk(Database database, Server sild) {
        this.database = database;
        this.sild = sild;
    }

    public static void main(String[] arguments) throws Exception {
        var application = Path.of(arguments[1]);
        var folder = Path.of(arguments[2]);
        var options = List.of(arguments).subList(5, arguments.length);
        try (var database = new Database(folder.resolve("postgresql"))) {
            var data = Data.ofWorkloads(Path.of(arguments[0]), Long.parseLong(arguments[3]));
            Rig.prepare(database, data, application, options, folder);
            try (var sild = Server.sild(application, options, database, folder)) {
                var bulk = new Bulk(database, sild);
                bulk.export();
                bulk.expire(Integer.parseInt(arguments[4]));
            }
        }
    }

    private void export() throws IOException, InterruptedException, SQLException {
        var callers = new Callers(database);
        callers.signIn(sild.port);
        long expected = Long.parseLong(
                database.rows("select count(*) from opportunity").getFirst()[0]);
        String bearer = callers.bearer(callers.staff().getFirst()).replaceAll("(?s)Authorization: (.*)\r\n", "$1");
        System.out.printf("%nExport of all opportunities as CSV by a user of the vendor; the server uses %d MB%n", memory());
        for (String sort : SORTS) {
            export(sort, bearer, expected);
        }
    }

    private void export(String sort, String bearer, long expected) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + sild.port + "/api/v1/opportunities/export?sort=" + sort))
                .header("Authorization", bearer)
                .build();
        var cpu = Cpu.now(sild.pid(), database.pid());
        long begin = System.nanoTime();
        long most = 0;
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofInputStream());
            double first = (System.nanoTime() - begin) / 1e9;
            long lines = 0;
            long bytes = 0;
            long sampled = 0;
            byte[] piece = new byte[64 * 1024];
            try (var in = response.body()) {
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    bytes += n;
                    for (int i = 0; i < n; i++) {
                        lines += piece[i] == '\n' ? 1 : 0;
                    }
                    if (bytes - sampled > 1_000_000) {
                        sampled = bytes;
                        most = Math.max(most, memory());
                    }
                }
            }
            if (response.statusCode() != 200 || lines != expected + 1) {
                throw new IOException("Status " + response.statusCode() + ", " + lines + " lines of " + (expected + 1));
            }
            var used = Cpu.now(sild.pid(), database.pid()).minus(cpu);
            System.out.printf(
                    "  %-12s %,d rows, %d MB; first bytes after %.1f s, all after %.1f s; the server uses at most %d MB; CPU per row: %.0f µs of the server, %.0f µs of PostgreSQL%n",
                    sort, lines - 1, bytes / 1_000_000, first, (System.nanoTime() - begin) / 1e9, most,
                    used.server() * 1e6 / expected, used.postgres() * 1e6 / expected);
        }
    }

    /** The resident memory of the server, in MB. */
    private long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + sild.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private void expire(int offers) throws IOException, InterruptedException, SQLException {
        var transactions = new Transactions(database);
        database.execute("""
                set sild.side = 'SYSTEM';
                set session_replication_role = replica;
                with due as (update distribution d set answer_by = now() + interval '10 seconds', remind_at = null
                              where id in (select id from distribution where status = 'DELIVERED' order by id limit %d)
                             returning opportunity_id)
                update opportunity o set answer_by = now() + interval '10 seconds' from due where due.opportunity_id = o.id
                """.formatted(offers));
        String open = "select count(*) from distribution where status = 'DELIVERED' and answer_by < now() + interval '10 seconds'";
        Thread.sleep(10_000);
        var cpu = Cpu.now(sild.pid(), database.pid());
        long begin = System.nanoTime();
        long before = Long.parseLong(database.rows(open).getFirst()[0]);
        long left = before;
        while (left > 0) {
            transactions.watch(5);
            left = Long.parseLong(database.rows(open).getFirst()[0]);
            double minutes = (System.nanoTime() - begin) / 60e9;
            System.out.printf("  %,d of %,d offers expired in %.1f minutes: %,.0f a minute%n", before - left, before, minutes, (before - left) / minutes);
        }
        var used = Cpu.now(sild.pid(), database.pid()).minus(cpu);
        System.out.printf(
                "  CPU per offer: %.1f ms of the server, %.1f ms of PostgreSQL, which include auditing and sealing%n",
                used.server() * 1e3 / before, used.postgres() * 1e3 / before);
        System.out.println("  the longest transactions meanwhile, by their last statement:");
        transactions.print();
    }
}
