import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Measures an audit log of many events: pages of each filter, sealing, verification, the removal of a month, and its
 * size. backend/bench/audit starts it with the application, a folder for the data, the number of events, and the
 * options with which the JVM runs Sild.
 */
public final class Audit {

    private static final int MONTHS = 24;
    private static final int TIMES = 25;
    private static final String CREDENTIALS =
            "{\"email\": \"admin@vendor.example\", \"password\": \"correct horse battery\"}";
    private static final Pattern SETUP = Pattern.compile("/setup#(\\S+)");
    private static final YearMonth NOW = YearMonth.now(ZoneOffset.UTC);

    private final Database database;
    private final long events;

    private Audit(Database database, long events) {
        this.database = database;
        this.events = events;
    }

    public static void main(String[] arguments) throws Exception {
        var application = Path.of(arguments[0]);
        var folder = Path.of(arguments[1]);
        var options = List.of(arguments).subList(3, arguments.length);
        try (var database = new Database(folder.resolve("postgresql"))) {
            var audit = new Audit(database, Long.parseLong(arguments[2]));
            try (var sild = Server.sild(application, options, database, folder)) {
                setUp(sild, folder.resolve("sild.log"));
            }
            audit.generate();
            audit.seal();
            audit.sizes();
            try (var sild = Server.sild(application, options, database, folder)) {
                String cookie = cookie(sild, "sessions", CREDENTIALS);
                audit.pages(sild, cookie);
                audit.check(sild, cookie);
            }
            audit.verify();
            audit.remove();
        }
    }

    /** Creates the first administrator with the link in the log. */
    private static void setUp(Server sild, Path log) throws IOException, InterruptedException {
        var link = SETUP.matcher(Files.readString(log));
        if (!link.find()) {
            throw new IOException("The database must be empty");
        }
        cookie(sild, "setup", CREDENTIALS.replace("}", ", \"token\": \"" + link.group(1) + "\", \"name\": \"Admin\", \"language\": \"en\"}"));
    }

    private static String cookie(Server sild, String path, String body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sild.port + "/api/v1/" + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            var response = client.send(request, BodyHandlers.ofString());
            return response.headers().allValues("Set-Cookie").stream()
                    .filter(one -> one.startsWith("sild_access="))
                    .map(one -> one.replaceAll(";.*", ""))
                    .findFirst()
                    .orElseThrow(() -> new IOException(response.body()));
        }
    }

    /**
     * A partition for each of the past months; the product has made one for all. Events of 2,000 users, a tenth by one
     * integration, nine kinds of rows, and a denial among a thousand.
     */
    private void generate() throws IOException, SQLException {
        String now = NOW.toString().replace('-', '_');
        for (String table : List.of("audit_event", "audit_seal")) {
            String first = table + "_" + name(-MONTHS);
            database.execute("set session_replication_role = replica; alter table " + table + " detach partition "
                    + table + "_" + now + "; alter table " + table + "_" + now + " rename to " + first + "; truncate "
                    + first + ", audit_unsealed; alter table " + table + " attach partition " + first
                    + " for values from (minvalue) to ('" + start(1 - MONTHS) + "')");
            for (int month = 1 - MONTHS; month <= 0; month++) {
                database.execute("create table " + table + "_" + name(month) + " partition of " + table
                        + " for values from ('" + start(month) + "') to ('" + start(month + 1) + "')");
            }
        }
        database.execute("update audit_verification set position = 0; select protect_audit_partitions()");
        database.beHasty();
        time("insert %,d events".formatted(events), () -> database.execute("""
                set sild.side = 'SYSTEM';
                with event as (
                    insert into audit_event (id, at, kind, side, actor_id, trace_id, thing, thing_id, operation, before, after, request, status, code, address)
                    select 1000 + n, timestamptz '%2$s' + n * ((now() - timestamptz '%2$s') / %1$d),
                           case when denial then 'DENIAL' else 'CHANGE' end, 'VENDOR',
                           md5('user ' || case when n %% 10 = 0 then 0 else hashint8(n) %% 2000 end)::uuid, md5('trace ' || n / 4),
                           case when not denial then thing end, case when not denial then md5(thing || n / 20)::uuid::text end,
                           case when denial then null when n %% 20 = 0 then 'INSERT' else 'UPDATE' end,
                           case when not denial and n %% 20 > 0 then jsonb_build_object('status', 'DELIVERED', 'version', n %% 9, 'updated_at', now()) end,
                           case when not denial then jsonb_build_object('status', 'ACCEPTED', 'version', n %% 9, 'updated_at', now(),
                               'partner_id', md5('p' || n)::uuid, 'text', repeat('words of a note ', (n %% 13)::int)) end,
                           case when denial then 'GET /api/v1/users' end, case when denial then 403 end,
                           case when denial then 'forbidden' end, case when denial then '127.0.0.1' end
                      from (select n, n %% 1000 = 7 as denial,
                                   case when n %% 100000 = 5 then 'tier'
                                        else (array['opportunity', 'distribution', 'opportunity_event', 'notification', 'notification', 'mail', 'note', 'session'])[1 + n %% 8] end as thing
                              from generate_series(1::bigint, %1$d) n) g
                    returning id, at)
                insert into audit_unsealed (event_id, event_at) select id, at from event;
                select setval('audit_event_id_seq', %1$d + 2000)""".formatted(events, start(-MONTHS))));
        time("vacuum and analyze", () -> database.execute("vacuum (freeze, analyze)"));
        database.beDurable();
    }

    private static String name(int months) {
        return NOW.plusMonths(months).toString().replace('-', '_');
    }

    private static String start(int months) {
        return NOW.plusMonths(months) + "-01T00:00Z";
    }

    private void seal() throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            statement.execute("set sild.side = 'SYSTEM'");
            long begin = System.nanoTime();
            double longest = 0;
            long sealed = 0;
            int some;
            do {
                long start = System.nanoTime();
                try (var row = statement.executeQuery("select seal_audit(5000)")) {
                    row.next();
                    some = row.getInt(1);
                }
                sealed += some;
                longest = Math.max(longest, (System.nanoTime() - start) / 1e9);
            } while (some > 0);
            print("seal %,d events, 5,000 in a transaction".formatted(sealed), begin);
            System.out.printf("  %,.0f a second; the longest transaction %.2f s%n", sealed * 1e9 / (System.nanoTime() - begin), longest);
        }
        database.execute("vacuum (analyze) audit_event, audit_seal, audit_unsealed");
    }

    private void sizes() throws SQLException {
        for (String table : List.of("audit_event", "audit_seal")) {
            String[] row = database.rows("""
                    select sum(pg_table_size(inhrelid)), sum(pg_indexes_size(inhrelid)) from pg_inherits where inhparent = '%s'::regclass"""
                            .formatted(table))
                    .getFirst();
            System.out.printf(
                    "%s: %,d MB of rows, %,d MB of indexes, %.0f bytes an event%n",
                    table, Long.parseLong(row[0]) >> 20, Long.parseLong(row[1]) >> 20,
                    (Double.parseDouble(row[0]) + Double.parseDouble(row[1])) / events);
        }
    }

    private void pages(Server sild, String cookie) throws IOException, InterruptedException, SQLException {
        String busy = database.rows("select md5('user 0')::uuid").getFirst()[0];
        String user = database.rows("select actor_id from audit_event where id = 1000 + " + events / 2 + " + 1").getFirst()[0];
        String row = database.rows("select thing_id from audit_event where id = 1000 + " + events / 2 + " + 1").getFirst()[0];
        String middle = database.rows(
                        "select (extract(epoch from at) * 1000000)::bigint || '_' || id from audit_event where id = 1000 + " + events / 2)
                .getFirst()[0];
        var pages = new LinkedHashMap<String, String>();
        pages.put("newest", "");
        pages.put("from the middle of the log", "cursor=" + middle);
        pages.put("changes", "kind=CHANGE");
        pages.put("denials", "kind=DENIAL");
        pages.put("a user", "actorId=" + user);
        pages.put("a user with a tenth of the events", "actorId=" + busy);
        pages.put("their denials", "kind=DENIAL&actorId=" + busy);
        pages.put("their changes of what they never change", "actorId=" + busy + "&thing=tier");
        pages.put("a frequent kind of row", "thing=notification");
        pages.put("a rare kind of row", "thing=tier");
        pages.put("no such kind of row", "thing=nothing");
        pages.put("one row", "thingId=" + row);
        pages.put("one row and its kind", "thing=opportunity&thingId=" + row);
        pages.put("a user's changes of a kind, from the middle", "actorId=" + user + "&thing=notification&cursor=" + middle);
        System.out.printf("%npages of 50, one client, median and slowest of %d%n", TIMES);
        try (var client = HttpClient.newHttpClient()) {
            for (var page : pages.entrySet()) {
                var times = new double[TIMES];
                int items = 0;
                for (int i = -5; i < TIMES; i++) {
                    long begin = System.nanoTime();
                    String body = get(client, sild, cookie, "/api/v1/audit-events?limit=50&" + page.getValue());
                    if (i >= 0) {
                        times[i] = (System.nanoTime() - begin) / 1e6;
                    }
                    items = body.split("\"traceId\"", -1).length - 1;
                }
                Arrays.sort(times);
                System.out.printf("  %-50s %3d items %8.1f ms %8.1f ms%n", page.getKey(), items, times[TIMES / 2], times[TIMES - 1]);
            }
        }
    }

    private void check(Server sild, String cookie) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            long begin = System.nanoTime();
            String body = get(client, sild, cookie, "/api/v1/audit-events/seal");
            print("GET /audit-events/seal", begin);
            System.out.println("  " + body);
        }
    }

    private static String get(HttpClient client, Server sild, String cookie, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sild.port + path))
                .header("Cookie", cookie)
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private void verify() throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            statement.execute("set sild.side = 'SYSTEM'; update audit_verification set position = 0");
            long begin = System.nanoTime();
            double longest = 0;
            long verified = 0;
            int some;
            do {
                long start = System.nanoTime();
                try (var row = statement.executeQuery("select verify_audit(5000)")) {
                    row.next();
                    some = row.getInt(1);
                }
                verified += some;
                longest = Math.max(longest, (System.nanoTime() - start) / 1e9);
            } while (some >= 5000);
            print("verify %,d seals, 5,000 in a transaction".formatted(verified), begin);
            System.out.printf("  %,.0f a second; the longest transaction %.2f s%n", verified * 1e9 / (System.nanoTime() - begin), longest);
        }
        System.out.println("  broken: " + database.rows("select broken_at from audit_verification").getFirst()[0]);
    }

    private void remove() throws SQLException {
        database.execute("update audit_retention set months = " + (MONTHS - 1));
        String before = database.rows("select count(*) from audit_event").getFirst()[0];
        time("remove a month", () -> database.execute("set sild.side = 'SYSTEM'; select remove_audit_month()"));
        String after = database.rows("select count(*) from audit_event").getFirst()[0];
        database.execute("set sild.side = 'SYSTEM'; select seal_audit(1000)");
        Map<String, String> state = Map.of(
                "events before", before,
                "after", after,
                "first broken seal", "" + database.rows("select broken from broken_seal(0, 5000)").getFirst()[0]);
        System.out.println("  " + state);
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void time(String title, Work work) throws SQLException {
        long begin = System.nanoTime();
        work.run();
        print(title, begin);
    }

    private static void print(String title, long begin) {
        System.out.printf("%-50s %8.2f s%n", title, (System.nanoTime() - begin) / 1e9);
    }
}
