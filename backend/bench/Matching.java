import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;

/** Fills a demo installation with 10,000 partners and 100,000 opportunities, and times the ranking of candidates. */
public class Matching {

    private static final int PARTNERS = 10_000;
    private static final int OPPORTUNITIES = 100_000;
    private static final int WARM_UP = 300;
    private static final int TIMES = 300;

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        Path cluster = Path.of(arguments[1]);
        int port = Integer.parseInt(Files.readAllLines(cluster.resolve("cluster/postmaster.pid")).get(3).strip());
        try (var owner = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/sild", "sild", Files.readString(cluster.resolve("password")).strip());
                var statement = owner.createStatement()) {
            statement.execute("set sild.side = 'SYSTEM'; set session_replication_role = replica");
            statement.execute("""
                    insert into partner (id, name, country, status, tier_id, capacity, created_at, updated_at, version)
                    select gen_random_uuid(), 'Partner ' || n, 'EE', 'ACTIVE', (select id from tier order by rank offset n %% 3 limit 1), 5 + n %% 40, now(), now(), 0
                      from generate_series(1, %d) n;
                    insert into partner_territory select p.id, t.id from partner p cross join lateral
                        (select id from territory order by md5(p.name || id) limit 3) t where p.name like 'Partner %%';
                    insert into partner_competency select p.id, c.id from partner p cross join lateral
                        (select id from competency order by md5(p.name || id) limit 4) c where p.name like 'Partner %%'""".formatted(PARTNERS));
            statement.execute("""
                    create temporary table numbered as select row_number() over (order by name) - 1 as n, id from partner where name like 'Partner %%';
                    create index on numbered (n);
                    insert into opportunity (id, number, topic, customer_id, currency, source, status, phase, partner_id, created_by, created_at, updated_at,
                                             version, accepted_at, closed_at, closed_on, actual_value, reason_code)
                    select gen_random_uuid(), 'BENCH-' || i, 'Topic ' || i, (select id from customer limit 1), 'EUR', 'DISTRIBUTED', s.status, 'QUOTING', p.id,
                           (select id from app_user where partner_id is null limit 1), now(), now(), 0, now(),
                           case when s.status <> 'ACCEPTED' then now() end, case when s.status <> 'ACCEPTED' then current_date end,
                           case when s.status = 'WON' then 100 end, case when s.status = 'LOST' then 'PRICE' end
                      from generate_series(1, %d) g (i)
                      join numbered p on p.n = i %% %d
                      cross join lateral (select (array['ACCEPTED', 'WON', 'LOST'])[1 + i %% 3] as status) s;
                    insert into distribution (id, opportunity_id, partner_id, status, delivered_at, answer_by, answered_at, ended_at, version)
                    select gen_random_uuid(), id, partner_id, case when status = 'ACCEPTED' then 'ACCEPTED' else 'COMPLETED' end, created_at - interval '40 days',
                           created_at - interval '38 days', created_at - interval '39 days', null, 0
                      from opportunity where number like 'BENCH-%%'""".formatted(OPPORTUNITIES, PARTNERS));
            statement.execute("select compute_partner_statistics(1000000)");
            statement.execute("vacuum analyze");
        }
        var client = HttpClient.newHttpClient();
        var signedIn = client.send(HttpRequest.newBuilder(URI.create(url + "/api/v1/sessions")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\": \"liis@sild.example\", \"password\": \"sild-demo-2026\"}")).build(), BodyHandlers.ofString());
        String cookie = signedIn.headers().allValues("Set-Cookie").stream().filter(one -> one.startsWith("sild_access")).findFirst().orElseThrow().split(";")[0];
        String list = get(client, url + "/api/v1/opportunities?status=NEW&status=RETURNED&limit=1", cookie);
        String id = list.replaceAll("(?s).*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
        String matches = url + "/api/v1/opportunities/" + id + "/matches?limit=25";
        System.out.println(get(client, matches, cookie).replaceAll("\"candidates\".*", "…"));
        double[] milliseconds = new double[TIMES];
        for (int i = -WARM_UP; i < TIMES; i++) {
            long start = System.nanoTime();
            get(client, matches, cookie);
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(milliseconds);
        System.out.printf("ranking %d partners over HTTP, %d times after %d: median %.1f ms, p95 %.1f ms, worst %.1f ms%n", PARTNERS + 15, TIMES, WARM_UP,
                milliseconds[TIMES / 2], milliseconds[TIMES * 95 / 100], milliseconds[TIMES - 1]);
    }

    private static String get(HttpClient client, String address, String cookie) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(URI.create(address)).header("Cookie", cookie).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
