import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What the load asks both servers, about rows that it finds in the database. */
final class Workloads {

    private static final String API = "/api/v1";
    private static final String SUMMARIES = "\"number\":";
    private static final int PAGE = 25;
    private static final int ENTRIES = 10;
    private static final String NOTE =
            "{\"text\":\"Called the customer, who asks for a new offer with support at three sites and moves the"
                    + " workshop to next week.\"}";

    private final Database database;
    private final Callers callers;
    private final Random random = new Random(20);

    Workloads(Database database, Callers callers) {
        this.database = database;
        this.callers = callers;
    }

    List<Workload> list() throws SQLException {
        var workloads = new ArrayList<Workload>();
        workloads.add(new Workload(
                "me",
                "floor: `GET /me`",
                32,
                "opportunity",
                "≥ 65 % of the opportunity",
                () -> Exchange.of(
                        200, "\"role\":", 1, Exchange.get(API + "/me", callers.bearer(any(callers.partners())))),
                null));
        workloads.add(opportunity());
        workloads.add(partnerList("distributed", "a partner's distributed list", "distributed", "'DELIVERED'"));
        workloads.add(partnerList(
                "managed",
                "a partner's managed list",
                "managed&status=ACCEPTED&status=ON_HOLD",
                "'ACCEPTED', 'ON_HOLD'"));
        workloads.add(staffList("newest", "staff list: a status, newest", ""));
        workloads.add(staffList("value", "staff list: a status, by value", "&sort=-value"));
        workloads.add(search());
        workloads.add(partnerDashboard());
        workloads.add(new Workload(
                "staff-dashboard",
                "the vendor's dashboard, one client",
                1,
                null,
                "≤ 20 ms",
                () -> Exchange.of(
                        200,
                        "\"opportunities\":",
                        1,
                        Exchange.get(API + "/dashboard", callers.bearer(any(callers.staff())))),
                null));
        workloads.add(candidates());
        workloads.add(customerCheck());
        workloads.add(addNote());
        workloads.add(accept());
        return workloads;
    }

    /** Opportunities of the callers with enough notes that the partner can read. */
    private List<String[]> readable() throws SQLException {
        return database.rows("""
            select c.name, c.id, o.id from rig.caller c
             cross join lateral (select o.id from opportunity o
                                  where o.partner_id = rig.id('partner', c.partner) and o.partner_user_id is not null
                                    and (select count(*) from note n
                                          where n.opportunity_id = o.id and n.visibility <> 'STAFF') >= %d
                                  order by md5(o.id::text || c.i) limit 100) o\
            """.formatted(ENTRIES));
    }

    private Workload opportunity() throws SQLException {
        var rows = readable();
        return new Workload(
                "opportunity",
                "an opportunity with its first notes",
                32,
                "opportunity",
                "≥ 55 %; ≤ 4 statements",
                () -> {
                    String[] row = any(rows);
                    String path = API + "/opportunities/" + row[2];
                    return Exchange.of(
                            200,
                            "\"type\":",
                            ENTRIES,
                            Exchange.get(path, callers.bearer(row)),
                            Exchange.get(path + "/timeline?limit=" + ENTRIES, callers.bearer(row)));
                },
                () -> Exchange.of(200, "\"text\":", ENTRIES, Exchange.get("/opportunities/" + any(rows)[2], "")));
    }

    /** A page is full unless the partner has fewer; of the smallest partners some have. */
    private Workload partnerList(String name, String title, String query, String statuses) throws SQLException {
        var rows = database.rows("""
            select c.name, c.id, rig.id('partner', c.partner),
                   (select count(*) from opportunity o
                     where o.partner_id = rig.id('partner', c.partner) and o.status in (%s))
              from rig.caller c where c.partner is not null\
            """.formatted(statuses));
        return new Workload(
                name,
                title,
                32,
                name,
                "≥ 55 %; ≤ 3 statements",
                () -> {
                    String[] row = any(rows);
                    return Exchange.of(
                            200,
                            SUMMARIES,
                            page(row[3]),
                            Exchange.get(API + "/opportunities?view=" + query, callers.bearer(row)));
                },
                () -> {
                    String[] row = any(rows);
                    return Exchange.of(
                            200,
                            SUMMARIES,
                            page(row[3]),
                            Exchange.get("/opportunities?list=" + name + "&partner=" + row[2], ""));
                });
    }

    private static int page(String count) {
        return Math.min(PAGE, Integer.parseInt(count));
    }

    private Workload staffList(String name, String title, String sort) {
        var statuses = List.of("NEW", "DELIVERED", "ACCEPTED");
        return new Workload(
                "staff-" + name,
                title,
                32,
                "staff-" + name,
                "≥ 65 %",
                () -> Exchange.of(
                        200,
                        SUMMARIES,
                        PAGE,
                        Exchange.get(
                                API + "/opportunities?status=" + any(statuses) + sort,
                                callers.bearer(any(callers.staff())))),
                () -> Exchange.of(
                        200,
                        SUMMARIES,
                        PAGE,
                        Exchange.get("/opportunities?list=" + name + "&status=" + any(statuses), "")));
    }

    /**
     * The first three words of a customer's name. No other customer has the third; it may end the number of an
     * opportunity, which a search finds as well, so names with such an opportunity are left out.
     */
    private Workload search() throws SQLException {
        var rows = database.rows("""
            select substring(c.name from '^(\\S+ \\S+ \\S+)'), count(*)
              from customer c join opportunity o on o.customer_id = c.id
             where c.id in (select customer_id from opportunity order by md5(id::text) limit 2000)
               and c.id not in (
                   select same.id from customer same
                     join opportunity numbered on right(numbered.number, 7) = split_part(same.name, ' ', 3)
                     join customer other on other.id = numbered.customer_id and other.id <> same.id
                    where substring(other.name from '^\\S+ \\S+') = substring(same.name from '^\\S+ \\S+'))
             group by c.id having count(*) <= %d\
            """.formatted(PAGE));
        return new Workload(
                "search",
                "search, three words",
                32,
                "search",
                "≥ 60 %",
                () -> found(any(rows), API + "/opportunities?q=", callers.bearer(any(callers.staff()))),
                () -> found(any(rows), "/opportunities?list=search&q=", ""));
    }

    private static Exchange found(String[] row, String path, String headers) {
        return Exchange.of(
                200, SUMMARIES, Integer.parseInt(row[1]), Exchange.get(path + row[0].replace(" ", "%20"), headers));
    }

    /** The thin server answers with a line per status. */
    private Workload partnerDashboard() throws SQLException {
        var statuses = database.rows(
                "select partner_id, count(distinct status) from thin.opportunity where partner_id in (select"
                        + " rig.id('partner', partner) from rig.caller) group by partner_id");
        return new Workload(
                "partner-dashboard",
                "a partner's dashboard",
                32,
                "partner-dashboard",
                "≥ 40 %",
                () -> Exchange.of(
                        200,
                        "\"managed\":",
                        1,
                        Exchange.get(API + "/dashboard", callers.bearer(any(callers.partners())))),
                () -> {
                    String[] row = any(statuses);
                    return Exchange.of(
                            200,
                            "\"count\":",
                            Integer.parseInt(row[1]),
                            Exchange.get("/dashboard?partner=" + row[0], ""));
                });
    }

    private Workload candidates() throws SQLException {
        var rows = database.rows("select id from opportunity where status = 'NEW' order by md5(id::text) limit 500");
        return new Workload(
                "candidates",
                "rank the candidates, one client",
                1,
                null,
                "≤ 50 ms",
                () -> Exchange.of(
                        200,
                        "\"total\":",
                        PAGE,
                        Exchange.get(
                                API + "/opportunities/" + any(rows)[0] + "/matches?limit=" + PAGE,
                                callers.bearer(any(callers.staff())))),
                null);
    }

    private Workload customerCheck() throws SQLException {
        var rows = database.rows(
                "select name, country, registry_code, web_domain from customer order by md5(id::text) limit 2000");
        return new Workload(
                "customer-check",
                "customers like a new one, one client",
                1,
                null,
                "≤ 20 ms, p95 ≤ 30",
                () -> {
                    String[] row = any(rows);
                    String body = """
                        {"name": "%s", "country": "%s", "profile": {"registryCode": "%s", "webDomain": "%s"}}\
                        """.formatted((Object[]) row);
                    return Exchange.of(
                            200,
                            "\"registryCode\":\"" + row[2] + "\"",
                            1,
                            Exchange.post(API + "/customers/check", callers.bearer(any(callers.staff())), body));
                },
                null);
    }

    private Workload addNote() throws SQLException {
        var rows = readable();
        return new Workload(
                "add-note",
                "add a note",
                32,
                "add-note",
                "≥ 30 %",
                () -> {
                    String[] row = any(rows);
                    return Exchange.of(
                            201,
                            "\"text\":",
                            1,
                            Exchange.post(
                                    API + "/opportunities/" + row[2] + "/notes", callers.bearer(row) + key(), NOTE));
                },
                () -> {
                    String[] row = any(rows);
                    return Exchange.of(
                            201,
                            "\"id\":",
                            1,
                            Exchange.post("/opportunities/" + row[2] + "/notes?user=" + row[1], "", NOTE));
                });
    }

    private Workload accept() throws SQLException {
        Offers.remember(database);
        var rows = database.rows("""
            select distinct on (d.id) c.name, c.id, d.id, d.opportunity_id from rig.offer d
              join rig.caller c on rig.id('partner', c.partner) = d.partner_id
             where eligibility_of(d.opportunity_id, d.partner_id, now()) = '' order by d.id, md5(c.name || d.id)\
            """);
        var own = new Offers(
                rows,
                row -> Exchange.of(
                        200,
                        "\"id\":\"" + row[2],
                        1,
                        Exchange.post(API + "/distributions/" + row[2] + "/accept", callers.bearer(row) + key(), "")),
                database,
                Offers.SILD);
        var slim = new Offers(
                rows,
                row -> Exchange.of(
                        200,
                        "\"id\":",
                        1,
                        Exchange.post("/opportunities/" + row[3] + "/accept?user=" + row[1], "", "")),
                database,
                Offers.THIN);
        // An earlier run on the same database may have been interrupted.
        own.restore();
        slim.restore();
        return new Workload(
                "accept", "accept an offer", 32, "accept", "≥ 40 %, p99 ≤ 150 ms; ≤ 15 statements", own, slim);
    }

    private static String key() {
        return "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
