package ee.sild.platform.job;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.ShiftedClock;
import ee.sild.StatementRecorder;
import ee.sild.SuperuserConnection;
import ee.sild.platform.security.DatabaseActor;

import static org.assertj.core.api.Assertions.assertThat;

/** Jobs for which much is due at once, in transactions that are short. */
@QuarkusTest
@Tag("slow")
class JobTransactionsTest {

    private static final int OFFERS = 200;
    private static final int ROWS = 5_000;

    @Inject
    @Any
    Instance<Job> jobs;

    private void run(String name) {
        var job =
                jobs.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        DatabaseActor.SYSTEM.act(() -> {
            job.run();
            return null;
        });
    }

    private static void owner(String... statements) throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            for (String one : statements) {
                sql.execute(one);
            }
        }
    }

    private static long count(String query) throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var sql = connection.createStatement();
                var row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Copies an offered opportunity; the first copy is in a state in which its offer cannot expire. */
    private static void copy(String opportunity, String offer) throws SQLException {
        owner(
                "create table copied as select n, gen_random_uuid() as opportunity, gen_random_uuid() as offer from "
                        + "generate_series(0, " + OFFERS + ") n",
                """
                insert into opportunity
                select (jsonb_populate_record(o, jsonb_build_object('id', c.opportunity, 'number', 'COPY-' || c.n,
                         'distribution_id', c.offer, 'answer_by', now() - interval '1 minute'))).*
                  from opportunity o cross join copied c where o.id = '%s'""".formatted(opportunity),
                """
                insert into distribution
                select (jsonb_populate_record(d, jsonb_build_object('id', c.offer, 'opportunity_id', c.opportunity,
                         'delivered_at', now() - interval '1 hour', 'remind_at', null,
                         'answer_by', now() - interval '1 minute'))).*
                  from distribution d cross join copied c where d.id = '%s'""".formatted(offer),
                """
                update opportunity set status = 'NEW', partner_id = null, distribution_id = null, answer_by = null,
                       delivered_at = null
                 where number = 'COPY-0'""");
    }

    @Test
    void many_offers_expire_together_and_one_that_cannot_does_not_stop_them() throws Exception {
        String opportunity = Api.opportunity();
        copy(opportunity, Api.distribute(opportunity, Api.partner()));
        try (var threads = Executors.newSingleThreadExecutor()) {
            var longest = threads.submit(JobTransactionsTest::longestTransaction);
            run("run-answer-clock");
            String expired = "select count(*) from copied c join %s x on x.%s = c.opportunity where %s";
            ShiftedClock.await(
                    "select count(*) = %d from opportunity where number like 'COPY-%%' and status = 'EXPIRED'"
                            .formatted(OFFERS));
            assertThat(count(expired.formatted("opportunity_event", "opportunity_id", "x.kind = 'EXPIRED'")))
                    .isEqualTo(OFFERS);
            assertThat(count(expired.formatted("distribution", "opportunity_id", "x.status = 'EXPIRED'")))
                    .isEqualTo(OFFERS);
            assertThat(count("select count(*) from distribution d join copied c on c.offer = d.id where c.n = 0 "
                            + "and d.status = 'DELIVERED'"))
                    .isEqualTo(1);
            threads.shutdownNow();
            assertThat(longest.get()).isLessThan(2);
        } finally {
            owner(
                    "delete from distribution d using copied c where c.offer = d.id and c.n = 0",
                    "delete from opportunity where number = 'COPY-0'",
                    "drop table copied");
        }
    }

    /** In seconds, until it is interrupted. */
    private static double longestTransaction() throws SQLException {
        double longest = 0;
        try (var connection = SuperuserConnection.connection();
                var sql = connection.prepareStatement("""
                        select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)
                          from pg_stat_activity
                         where usename like '%application' and datname = current_database()""")) {
            while (!Thread.currentThread().isInterrupted()) {
                try (var row = sql.executeQuery()) {
                    row.next();
                    longest = Math.max(longest, row.getDouble(1));
                }
                Thread.onSpinWait();
            }
        }
        return longest;
    }

    @Test
    void expired_keys_and_old_changes_are_deleted_in_slices() throws SQLException {
        owner("""
                insert into idempotency_key (caller_id, key_hash, fingerprint, status, body, created_at, expires_at)
                select gen_random_uuid(), 'old ' || n, 'x', 200, '', now() - interval '2 days', now() - interval '1 day'
                  from generate_series(1, %d) n""".formatted(ROWS), """
                insert into live_change (kind, staff_only, at)
                select 'old', true, now() - interval '2 days' from generate_series(1, %d)""".formatted(ROWS));
        var statements = StatementRecorder.during(() -> {
            run("delete-old-rows");
        });
        assertThat(count("select count(*) from idempotency_key where key_hash like 'old %'"))
                .isZero();
        assertThat(count("select count(*) from live_change where kind = 'old'")).isZero();
        assertThat(statements.stream().filter(sql -> sql.contains("delete from idempotency_key")))
                .hasSizeGreaterThan(2);
        assertThat(statements.stream().filter(sql -> sql.contains("delete from live_change")))
                .hasSizeGreaterThan(2);
    }

    /** Copies of a user's first rows, old ones and, with the number 0, one that is kept for another reason. */
    @Test
    void old_rows_are_deleted_unless_they_are_needed() throws SQLException {
        var company = Api.partner();
        String user = company.seller().id();
        String opportunity = Api.accepted(company);
        String id = "('018e0000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid";
        owner(
                """
                create table old_row as select n, %s as id from generate_series(0, 300) n""".formatted(id.formatted("n")),
                """
                insert into notification (id, user_id, kind, opportunity_id, topic, number, in_app, created_at)
                select id, '%s', 'ASSIGNED', '%s', 'old', 'old', n %% 2 = 0, now() - interval '400 days' from old_row""".formatted(user, opportunity),
                """
                insert into mail (id, notification_id, attempts, next_try_at, sent_at)
                select id, id, 1, case when n = 0 then now() + interval '1 day' end,
                       case when n > 0 then now() - interval '400 days' end from old_row""",
                """
                insert into notification (id, user_id, kind, opportunity_id, topic, number, in_app, created_at)
                values (%s, '%s', 'ASSIGNED', '%s', 'young', 'young', true, now() - interval '364 days')""".formatted(id.formatted("999"), user, opportunity),
                """
                insert into session (id, user_id, created_at, last_used_at, expires_at)
                select id, '%s', now() - interval '100 days', now() - interval '100 days',
                       case when n = 0 then now() - interval '89 days' else now() - interval '91 days' end from old_row""".formatted(user),
                """
                insert into refresh_token (hash, session_id, expires_at)
                select 'old ' || n, id, now() - interval '91 days' from old_row""",
                """
                insert into invitation (id, user_id, token_hash, expires_at)
                select id, '%s', 'old ' || n,
                       case when n = 0 then now() + interval '1 day' else now() - interval '91 days' end from old_row""".formatted(user),
                """
                insert into distribution_run (id, method, status, created_by, created_at, confirmed_at, done_at, version)
                select id, 'CASCADE', case when n = 1 then 'DONE' else 'PREVIEW' end, '%s',
                       now() - case when n = 0 then interval '364 days' else interval '400 days' end,
                       case when n = 1 then now() end, case when n = 1 then now() end, 0
                  from old_row where n < 3""".formatted(user),
                """
                insert into distribution_run_item (id, run_id, position, opportunity_id, status, version)
                select id, id, 1, '%s', 'DONE', 0 from old_row where n < 3""".formatted(opportunity));
        try {
            run("delete-old-rows");
            run("delete-old-rows");
            for (String table : List.of(
                    "notification", "mail", "session", "invitation", "distribution_run", "distribution_run_item")) {
                assertThat(count("select count(*) from old_row o join " + table + " t on t.id = o.id"))
                        .as(table)
                        .isEqualTo(1);
                assertThat(count("select count(*) from " + table + " t join old_row o on o.id = t.id where n = 0"))
                        .as(table)
                        .isEqualTo(1);
            }
            assertThat(count("select count(*) from refresh_token where hash like 'old %'"))
                    .isEqualTo(1);
            assertThat(count("select count(*) from notification where topic = 'young'"))
                    .isEqualTo(1);
            assertThat(count("select count(*) from opportunity_event where opportunity_id = '%s'"
                            .formatted(opportunity)))
                    .isPositive();
            // The audit log says which rows were deleted, without their content.
            assertThat(count("""
                    select count(*) from audit_event a join old_row o on a.thing_id = o.id::text
                     where a.thing = 'notification' and a.operation = 'DELETE' and a.before is null""")).isEqualTo(300);
        } finally {
            for (String table : List.of(
                    "refresh_token where hash like 'old %'",
                    "mail where id in (select id from old_row)",
                    "notification where topic in ('old', 'young')",
                    "session where id in (select id from old_row)",
                    "invitation where id in (select id from old_row)",
                    "distribution_run_item where id in (select id from old_row)",
                    "distribution_run where id in (select id from old_row)")) {
                owner("delete from " + table);
            }
            owner("drop table old_row");
        }
    }

    @Test
    void statistics_are_computed_for_all_partners_in_slices() throws SQLException {
        owner("""
                insert into partner (id, name, country, status, member_since, created_at, updated_at, version)
                select gen_random_uuid(), 'Slice ' || n, 'AQ', 'ACTIVE', current_date, now(), now(), 0
                  from generate_series(1, 120) n""");
        try {
            var opportunity = UUID.fromString(Api.accepted(Api.partner()));
            var statements = StatementRecorder.during(() -> run("count-standing"));
            assertThat(statements.stream().filter(sql -> sql.contains("compute_partner_statistics")))
                    .hasSizeGreaterThan(3);
            assertThat(count(
                            "select count(*) from partner where id not in (select partner_id from partner_statistics)"))
                    .isZero();
            assertThat(count("""
                    select s.answers from partner_statistics s join opportunity o on o.partner_id = s.partner_id
                     where o.id = '%s'""".formatted(opportunity))).isEqualTo(1);
        } finally {
            owner(
                    "delete from partner_statistics s using partner p where p.id = s.partner_id and p.country = 'AQ'",
                    "delete from partner where country = 'AQ'");
        }
    }
}
