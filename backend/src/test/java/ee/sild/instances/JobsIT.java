package ee.sild.instances;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Many offers expire while the instance that processes them is killed. */
class JobsIT {

    private static final int OFFERS = Boolean.getBoolean("test.full") ? 1_000 : 200;
    private static final String MANY = """
            with made as (
                insert into opportunity (id, number, topic, customer_id, currency, source, status, created_by,
                  partner_id, distribution_id, answer_by,
                                         delivered_at, created_at, updated_at, version)
                select gen_random_uuid(), 'CLOCK-' || n, 'Clock ' || n, (select id from customer limit 1), 'EUR',
                  'DISTRIBUTED', 'DELIVERED',
                       (select id from app_user where email = 'liis@sild.example'), (select id from partner limit 1),
                         gen_random_uuid(),
                       now() + interval '5 seconds', now(), now(), now(), 0
                  from generate_series(1, %d) n returning *)
            insert into distribution (id, opportunity_id, partner_id, status, delivered_by, delivered_at, answer_by,
              version)
            select distribution_id, id, partner_id, 'DELIVERED', created_by, delivered_at, answer_by, 0
              from made""".formatted(OFFERS);
    private static final String EXPIRED = """
            select count(*) from distribution d join opportunity o on o.id = d.opportunity_id
             where o.number like 'CLOCK-%' and d.status = 'EXPIRED'""";

    private static Instances sild;

    @BeforeAll
    static void start() throws Exception {
        sild = new Instances(2);
    }

    @AfterAll
    static void stop() throws Exception {
        sild.close();
    }

    @Test
    void each_offer_expires_once_and_none_is_missed() throws Exception {
        try (var owner = sild.database();
                var insert = owner.createStatement()) {
            insert.execute("set sild.side = 'SYSTEM'");
            insert.executeUpdate(MANY);
        }
        Instant due = Instant.now().plusSeconds(5);
        await(EXPIRED, 1, Duration.ofSeconds(30));
        int working = sild.count(("select count(*) from scheduled_tasks where task_name = "
                                        + "'run-answer-clock' and picked_by like 'port %d %%'")
                                .formatted(sild.port(0)))
                        > 0
                ? 0
                : 1;
        sild.process(working).destroyForcibly().waitFor();
        assertThat(sild.count(EXPIRED))
                .as("the instance was killed while it expired offers")
                .isLessThan(OFFERS);

        await(EXPIRED, OFFERS, Duration.ofSeconds(60));
        System.out.printf(
                "clocks: %d ran out, the last one %d ms after its time, with the instance killed that ran them%n",
                OFFERS, Duration.between(due, Instant.now()).toMillis());
        assertThat(Instant.now()).isBefore(due.plusSeconds(60));
        assertThat(sild.count("""
                select count(*) from opportunity_event e join opportunity o on o.id = e.opportunity_id
                 where o.number like 'CLOCK-%' and e.kind = 'EXPIRED'""")).isEqualTo(OFFERS);
    }

    private static void await(String count, long wanted, Duration within) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(within);
        while (sild.count(count) < wanted) {
            assertThat(Instant.now()).as(count).isBefore(end);
            Thread.sleep(50);
        }
    }
}
