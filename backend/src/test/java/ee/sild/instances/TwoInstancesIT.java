package ee.sild.instances;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ee.sild.instances.Instances.Answer;
import ee.sild.instances.Instances.Person;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances with one database behave as one. {@code -Dtest.full=true} runs the numbers that
 * {@code doc/access-control.md} reports.
 */
class TwoInstancesIT {

    private static final boolean FULL = Boolean.getBoolean("test.full");
    private static Instances sild;
    private static Person sales;
    private static Person admin;
    private static Person kadri;
    private static Person helen;

    @BeforeAll
    static void start() throws Exception {
        sild = new Instances(2);
        sales = sild.signIn(0, "liis@sild.example");
        admin = sild.signIn(1, "mari@sild.example");
        kadri = sild.signIn(0, "kadri@pohjala.example");
        helen = sild.signIn(1, "helen@pohjala.example");
        liftCapacity(kadri);
    }

    @AfterAll
    static void stop() throws Exception {
        sild.close();
    }

    @Test
    void the_log_is_json_with_trace_ids_and_without_secrets() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Answer refused = sild.send(
                0,
                sales,
                "GET",
                "/api/v1/audit-events?q=not-for-the-log",
                null,
                "traceparent",
                "00-" + trace + "-00f067aa0ba902b7-01");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("traceId").asText()).isEqualTo(trace);
        assertThat(refused.headers().get("traceparent"))
                .singleElement()
                .asString()
                .startsWith("00-" + trace + "-");
        Answer wrong = sild.post(
                0, null, "/api/v1/sessions", "{\"email\": \"liis@sild.example\", \"password\": \"not the password\"}");
        assertThat(wrong.status()).isEqualTo(401);
        String client = sild.post(
                        0,
                        admin,
                        "/api/v1/api-clients",
                        "{\"name\": \"Log %s\", \"role\": \"SALES\", \"scopes\": [\"me:read\"]}"
                                .formatted(UUID.randomUUID()))
                .body()
                .path("clientSecret")
                .asText();
        assertThat(client).isNotBlank();
        Thread.sleep(500);
        var lines = sild.log(0).lines().filter(line -> line.startsWith("{")).toList();
        var json = new ObjectMapper();
        var traces = new HashSet<String>();
        for (String line : lines) {
            traces.add(json.readTree(line).path("mdc").path("traceId").asText());
        }
        assertThat(traces).contains(trace, wrong.body().path("traceId").asText());
        assertThat(String.join("\n", lines))
                .contains("GET /api/v1/audit-events 403")
                .doesNotContain(
                        Instances.PASSWORD,
                        "not the password",
                        "not-for-the-log",
                        client,
                        sales.access(),
                        sales.refresh(),
                        sild.databasePassword());
    }

    @Test
    void of_64_concurrent_accepts_exactly_one_succeeds() throws Exception {
        int opportunities = FULL ? 200 : 5;
        var statuses = new TreeMap<Integer, Integer>();
        for (int i = 0; i < opportunities; i++) {
            String offer = distribute(opportunity());
            var answers = concurrently(
                    64,
                    n -> sild.post(
                            n % 2, n % 4 < 2 ? kadri : helen, "/api/v1/distributions/" + offer + "/accept", null));
            answers.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        }
        System.out.println("two instances: " + opportunities + " opportunities x 64 accepts: " + statuses);
        assertThat(statuses.keySet()).containsOnly(200, 409);
    }

    @Test
    void of_64_concurrent_claims_exactly_one_succeeds() throws Exception {
        Person siim = sild.signIn(1, "siim@emajoeit.example");
        liftCapacity(siim);
        var statuses = new TreeMap<String, Integer>();
        int opportunities = FULL ? 200 : 5;
        for (int i = 0; i < opportunities; i++) {
            String pooled = opportunity();
            assertThat(sild.post(0, sales, "/api/v1/opportunities/" + pooled + "/open-to-pool", null)
                            .status())
                    .isEqualTo(200);
            var answers = concurrently(
                    64,
                    n -> sild.post(
                            n % 2, n % 4 < 2 ? kadri : siim, "/api/v1/opportunities/" + pooled + "/claim", null));
            assertThat(answers.stream().filter(answer -> answer.status() == 200))
                    .hasSize(1);
            answers.forEach(answer -> statuses.merge(
                    answer.status() + " " + answer.body().path("code").asText(), 1, Integer::sum));
        }
        System.out.println("two instances: " + opportunities + " opportunities x 64 claims: " + statuses);
        assertThat(statuses)
                .containsOnly(Map.entry("200 ", opportunities), Map.entry("409 pool.taken", opportunities * 63));
    }

    @Test
    void of_two_opposite_transitions_exactly_one_succeeds() throws Exception {
        int times = FULL ? 100 : 8;
        var outcomes = new TreeMap<String, Integer>();
        for (int i = 0; i < times; i++) {
            String offered = opportunity();
            String offer = distribute(offered);
            race(
                    outcomes,
                    "accept against recall",
                    () -> sild.post(0, kadri, "/api/v1/distributions/" + offer + "/accept", null),
                    () -> sild.post(1, sales, "/api/v1/distributions/" + offer + "/recall", null));
            String pending = created(sild.post(0, kadri, "/api/v1/opportunities", opportunityBody()));
            race(
                    outcomes,
                    "approve against reject",
                    () -> sild.post(0, sales, move(pending, "approve"), null),
                    () -> sild.post(1, admin, move(pending, "reject"), "{\"reason\": \"x\"}"));
            String worked = opportunity();
            sild.post(0, kadri, "/api/v1/distributions/" + distribute(worked) + "/accept", null);
            race(
                    outcomes,
                    "close against return",
                    () -> sild.post(
                            0, kadri, move(worked, "close"), "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}"),
                    () -> sild.post(1, helen, move(worked, "return"), "{\"reasonCode\": \"NO_FUNDING\"}"));
        }
        System.out.println("two instances: " + times + " times each: " + outcomes);
    }

    /** The losing request gets 409, or 404 if the winner made the resource invisible to it. */
    private static void race(
            Map<String, Integer> outcomes,
            String name,
            java.util.function.Supplier<Answer> one,
            java.util.function.Supplier<Answer> other)
            throws Exception {
        var answers = concurrently(2, n -> n == 0 ? one.get() : other.get());
        assertThat(answers)
                .as(name)
                .filteredOn(answer -> answer.status() == 200)
                .hasSize(1);
        assertThat(answers)
                .as(name)
                .filteredOn(answer -> answer.status() == 409 || answer.status() == 404)
                .hasSize(1);
        outcomes.merge(name + ": " + (answers.getFirst().status() == 200 ? "first" : "second"), 1, Integer::sum);
    }

    @Test
    void a_key_sent_twenty_times_to_both_takes_effect_once() throws Exception {
        int keys = FULL ? 200 : 10;
        String mark = UUID.randomUUID().toString();
        int again = 0;
        for (int i = 0; i < keys; i++) {
            String key = UUID.randomUUID().toString();
            String body = "{\"name\": \"%s %d\", \"country\": \"EE\"}".formatted(mark, i);
            var bodies = new HashSet<String>();
            for (Answer answer :
                    concurrently(20, n -> sild.post(n % 2, sales, "/api/v1/customers", body, "Idempotency-Key", key))) {
                Answer last = answer;
                while (last.status() == 409 && last.code().equals("idempotency.running")) {
                    again++;
                    last = sild.post(again % 2, sales, "/api/v1/customers", body, "Idempotency-Key", key);
                }
                assertThat(last.status()).isEqualTo(201);
                bodies.add(last.text());
            }
            assertThat(bodies).hasSize(1);
        }
        long effects = sild.count("select count(*) from customer where name like '" + mark + "%'");
        System.out.println("two instances: " + keys + " keys x 20 duplicates: " + effects + " effects, " + again
                + " times asked again");
        assertThat(effects).isEqualTo(keys);
    }

    @Test
    void changes_take_effect_at_the_next_request_to_the_other_instance() {
        Person anna = sild.signIn(0, "anna@sild.example");
        assertThat(me(1, anna)).isEqualTo(200);
        assertThat(sild.send(0, anna, "DELETE", "/api/v1/sessions/current", null)
                        .status())
                .isEqualTo(204);
        assertThat(me(1, anna)).as("signed out").isEqualTo(401);

        Person jaan = sild.signIn(1, "jaan@sild.example");
        String id = sild.get(0, jaan, "/api/v1/me").id();
        String successor = "{\"successorId\": \"%s\"}"
                .formatted(sild.get(0, admin, "/api/v1/me").id());
        assertThat(sild.post(0, admin, "/api/v1/users/" + id + "/deactivate", successor)
                        .status())
                .isEqualTo(200);
        assertThat(me(1, jaan)).as("deactivated").isEqualTo(401);
        assertThat(sild.post(1, admin, "/api/v1/users/" + id + "/reactivate", null)
                        .status())
                .isEqualTo(200);
        assertThat(me(0, jaan)).as("reactivated, with the ended session").isEqualTo(401);
        Person again = sild.signIn(1, "jaan@sild.example");
        assertThat(me(0, again)).as("signed in again").isEqualTo(200);

        String version =
                sild.get(0, admin, "/api/v1/users/" + id).headers().get("etag").getFirst();
        assertThat(sild.send(0, admin, "PATCH", "/api/v1/users/" + id, "{\"role\": \"ANALYST\"}", "If-Match", version)
                        .status())
                .isEqualTo(200);
        assertThat(sild.post(1, again, "/api/v1/opportunities", opportunityBody())
                        .status())
                .as("changed role")
                .isEqualTo(403);

        Person janis = sild.signIn(0, "janis@daugavatikli.example");
        String partner = sild.get(0, janis, "/api/v1/me")
                .body()
                .path("partner")
                .path("id")
                .asText();
        assertThat(sild.post(0, admin, "/api/v1/partners/" + partner + "/suspend", null)
                        .status())
                .isEqualTo(200);
        assertThat(me(1, janis)).as("suspended partner").isEqualTo(401);
        assertThat(sild.post(0, admin, "/api/v1/partners/" + partner + "/activate", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_revoked_signing_key_takes_effect_everywhere_without_new_sign_ins() {
        Person mari = sild.signIn(0, "mari@sild.example");
        String signing = sild.get(1, mari, "/api/v1/signing-keys")
                .body()
                .path("items")
                .valueStream()
                .filter(key -> key.path("signing").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        assertThat(sild.post(0, mari, "/api/v1/signing-keys/" + signing + "/revoke", null)
                        .status())
                .isEqualTo(200);
        assertThat(me(1, mari)).isEqualTo(401);
        assertThat(me(0, mari)).isEqualTo(401);
        Person again = sild.refresh(1, mari);
        assertThat(me(0, again)).isEqualTo(200);
        assertThat(me(1, again)).isEqualTo(200);
        sales = sild.refresh(0, sales);
        admin = sild.refresh(0, admin);
        kadri = sild.refresh(1, kadri);
        helen = sild.refresh(1, helen);
    }

    @Test
    void a_stopped_instance_completes_started_requests() throws Exception {
        sild.start();
        String offer = distribute(opportunity());
        try (var connection = sild.database();
                var statement = connection.createStatement();
                var threads = Executors.newCachedThreadPool()) {
            connection.setAutoCommit(false);
            statement.execute("select from opportunity where distribution_id = '" + offer + "' for update");
            var answer = threads.submit(() -> sild.post(2, kadri, "/api/v1/distributions/" + offer + "/accept", null));
            waitForBlockedRequest();
            sild.process(2).destroy();
            Thread.sleep(1_000);
            connection.rollback();
            assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
        assertThat(sild.process(2).waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void waitForBlockedRequest() throws SQLException, InterruptedException {
        for (int i = 0;
                i < 100 && sild.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") == 0;
                i++) {
            Thread.sleep(50);
        }
    }

    private static int me(int instance, Person person) {
        return sild.get(instance, person, "/api/v1/me").status();
    }

    /** So that its partner can have as many opportunities as the tests give it. */
    private static void liftCapacity(Person partner) {
        String company = sild.get(0, partner, "/api/v1/me")
                .body()
                .path("partner")
                .path("id")
                .asText();
        assertThat(sild.send(
                                0,
                                admin,
                                "PATCH",
                                "/api/v1/partners/" + company,
                                "{\"programme\": {\"capacity\": null}}",
                                "If-Match",
                                "*")
                        .status())
                .isEqualTo(200);
    }

    private static String opportunity() {
        return created(sild.post(0, sales, "/api/v1/opportunities", opportunityBody()));
    }

    private static String opportunityBody() {
        return "{\"topic\": \"Võrk\", \"customer\": {\"name\": \"Klient\", \"country\": \"EE\"}}";
    }

    private static String distribute(String opportunity) {
        String partner = sild.get(0, kadri, "/api/v1/me")
                .body()
                .path("partner")
                .path("id")
                .asText();
        var answer = sild.post(
                1,
                sales,
                move(opportunity, "distribute"),
                "{\"method\": \"DIRECT\", \"partnerId\": \"" + partner + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path("distribution").path("distributionId").asText();
    }

    private static String created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    private static String move(String opportunity, String verb) {
        return "/api/v1/opportunities/" + opportunity + "/" + verb;
    }

    private static List<Answer> concurrently(int count, IntFunction<Answer> act) throws Exception {
        var gate = new CyclicBarrier(count);
        try (var threads = Executors.newCachedThreadPool()) {
            var all = IntStream.range(0, count)
                    .mapToObj(n -> threads.submit(() -> {
                        gate.await();
                        return act.apply(n);
                    }))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (var one : all) {
                try {
                    answers.add(one.get());
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
            return answers;
        }
    }
}
