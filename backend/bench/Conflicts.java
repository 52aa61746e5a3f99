import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Fills a demo installation with 100,000 customers and 5,000 registrations, and times the checks that run while a partner or staff type. */
public class Conflicts {

    private static final int CUSTOMERS = 100_000;
    private static final int REGISTRATIONS = 5_000;
    private static final int WARM_UP = 1_000;
    private static final int TIMES = 100;
    private static final String[] FIRST = { "Saarte", "Põhjala", "Lõuna", "Viru", "Tallinna", "Tartu", "Pärnu", "Daugava", "Vidzemes", "Kurzemes", "Zemgales", "Latgales", "Vilniaus",
            "Kauno", "Nemuno", "Klaipėdos", "Panevėžio", "Turun", "Hämeen", "Savon", "Baltic", "Nordic", "Northern", "Müller", "Schmidt", "Skåne", "Halland", "Mets", "Kask", "Tamm" };
    private static final String[] SECOND = { "Kalatööstus", "Süsteemid", "Elekter", "Vesi", "Sadam", "Ehitus", "Transport", "Kliinik", "Hotell", "Grauds", "Slimnīca", "Tīkli", "Vandenys",
            "Pienas", "Krova", "Viešbučiai", "Statyba", "Sähkö", "Renkaat", "Kuljetus", "Maschinenbau", "Stadtwerke", "Data", "Foods", "Logistics", "Bygg", "Mejeri", "Energia", "Puit", "Trükk" };
    private static final String[] FORMS = { "OÜ", "AS", "SIA", "UAB", "AB", "Oy", "GmbH", "Ltd" };

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        Path cluster = Path.of(arguments[1]);
        int port = Integer.parseInt(Files.readAllLines(cluster.resolve("cluster/postmaster.pid")).get(3).strip());
        try (var owner = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/sild", "sild", Files.readString(cluster.resolve("password")).strip());
                var statement = owner.createStatement()) {
            statement.execute("set sild.side = 'SYSTEM'; set session_replication_role = replica");
            owner.setAutoCommit(false);
            try (var insert = owner.prepareStatement("""
                    insert into customer (id, name, country, registry_code, vat_number, web_domain, created_at, updated_at, version)
                    values (gen_random_uuid(), ?, 'EE', ?, ?, ?, now(), now(), 0)""")) {
                for (int i = 0; i < CUSTOMERS; i++) {
                    insert.setString(1, name(i));
                    insert.setString(2, "B" + (10_000_000 + i));
                    insert.setString(3, "EE1" + (10_000_000 + i));
                    insert.setString(4, "c" + i + ".example");
                    insert.addBatch();
                    if (i % 5_000 == 4_999) {
                        insert.executeBatch();
                    }
                }
            }
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute("""
                    drop index deal_registration_open_key;
                    create temporary table chosen as select row_number() over (order by id) as n, id, name from customer where registry_code like 'B%%' order by id limit %d;
                    insert into deal_registration (id, number, opportunity_id, topic, customer_id, customer_name, partner_id, status, submitted_by, submitted_at, decide_by,
                                                   exclusive_from, exclusive_until, version)
                    select gen_random_uuid(), 'BENCH-' || n, (select id from opportunity limit 1), 'Topic', id, name, (select id from partner order by name offset n %% 10 limit 1),
                           case when n %% 2 = 0 then 'APPROVED' else 'SUBMITTED' end, (select id from app_user limit 1), now(), now(),
                           case when n %% 2 = 0 then now() end, case when n %% 2 = 0 then now() + interval '90 days' end, 0
                      from chosen;
                    insert into deal_registration_product_line (registration_id, product_line_id, customer_id)
                    select r.id, (select id from product_line order by name limit 1), r.customer_id from deal_registration r where r.number like 'BENCH-%%'"""
                    .formatted(REGISTRATIONS));
            statement.execute("vacuum analyze");
            // Otherwise sending the demo's first mails would affect the times.
            for (boolean waiting = true; waiting; Thread.sleep(500)) {
                try (var mails = statement.executeQuery("select exists (select from mail where sent_at is null and failure is null)")) {
                    mails.next();
                    waiting = mails.getBoolean(1);
                }
            }
        }
        var client = HttpClient.newHttpClient();
        String partner = signedIn(client, url, "kadri@pohjala.example");
        String staff = signedIn(client, url, "liis@sild.example");
        time("exclusivity, by a name", client, url + "/api/v1/deal-registrations/check", partner, n -> "{\"customer\": %s}".formatted(customer(n, false)));
        time("exclusivity, by a name, code, VAT number and domain", client, url + "/api/v1/deal-registrations/check", partner, n -> "{\"customer\": %s}".formatted(customer(n, true)));
        time("likely customers, asked by staff", client, url + "/api/v1/customers/check", staff, n -> customer(n, true));
        time("likely customers, asked by a partner", client, url + "/api/v1/customers/check", partner, n -> customer(n, true));
    }

    private static String signedIn(HttpClient client, String url, String email) throws IOException, InterruptedException {
        var answer = client.send(request(url + "/api/v1/sessions", null, "{\"email\": \"%s\", \"password\": \"sild-demo-2026\"}".formatted(email)), BodyHandlers.ofString());
        return answer.headers().allValues("Set-Cookie").stream().filter(one -> one.startsWith("sild_access")).findFirst().orElseThrow().split(";")[0];
    }

    private static String customer(int n, boolean known) {
        String rest = known ? ", \"profile\": {\"registryCode\": \"B%d\", \"vatNumber\": \"EE1%d\", \"webDomain\": \"shop.c%d.example\"}".formatted(10_000_000 + n, 10_000_000 + n, n) : "";
        return "{\"name\": \"%s\", \"country\": \"EE\"%s}".formatted(name(n), rest);
    }

    private static void time(String what, HttpClient client, String url, String cookie, IntFunction<String> body) throws IOException, InterruptedException {
        for (int run = 0; run < 3; run++) {
            double[] times = new double[TIMES];
            for (int i = -WARM_UP; i < TIMES; i++) {
                String asked = body.apply(Math.floorMod(i * 7919, CUSTOMERS));
                long begin = System.nanoTime();
                var answer = client.send(request(url, cookie, asked), BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.body());
                }
                if (i >= 0) {
                    times[i] = (System.nanoTime() - begin) / 1e6;
                }
            }
            Arrays.sort(times);
            System.out.printf("%s: median %.1f ms, p95 %.1f ms, longest %.1f ms of %d%n", what, times[TIMES / 2], times[TIMES * 95 / 100], times[TIMES - 1], TIMES);
        }
    }

    /** A name from 900 pairs of words, a thousand third words and eight legal forms. */
    private static String name(int i) {
        return FIRST[i % FIRST.length] + " " + SECOND[i / FIRST.length % SECOND.length] + " " + word(i / 900) + " " + FORMS[i % FORMS.length];
    }

    private static String word(int i) {
        String[] syllables = { "ka", "le", "mi", "no", "ru", "sa", "te", "vi", "lo", "pa" };
        return syllables[i % 10] + syllables[i / 10 % 10] + syllables[(i * 7 + 3) % 10];
    }

    private static HttpRequest request(String url, String cookie, String body) {
        var request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json").header("Sec-Fetch-Site", "same-origin").POST(BodyPublishers.ofString(body));
        return (cookie == null ? request : request.header("Cookie", cookie)).build();
    }
}
