package ee.sild.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ee.sild.Migrations;
import ee.sild.database.EmbeddedPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The audit log of four months, each in a partition: it stays verifiable when the first months are removed. */
class AuditMonthsTest {

    private static final int EVENTS = 400;
    private static final String BROKEN = "select coalesce(broken, 0) from broken_seal(0, 100000)";
    private static final String REMOVE = "select remove_audit_month()";

    @TempDir
    static Path folder;

    private static YearMonth thisMonth;
    private static EmbeddedPostgres postgres;
    private static Connection owner;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), false);
        try (var connection = DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password())) {
            connection.createStatement().execute("create role months_application");
        }
        Migrations.flyway(postgres.url(), postgres.password(), "months_application", Migrations.CURRENT)
                .migrate();
        thisMonth = YearMonth.now(ZoneOffset.UTC);
        owner = DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
        spreadOverMonths();
        owner.setAutoCommit(false);
    }

    /** The migration leaves one partition up to the end of this month: it becomes the one up to three months ago. */
    private static void spreadOverMonths() throws SQLException {
        String now = suffix(0);
        run("set sild.side = 'SYSTEM'");
        for (String table : List.of("audit_event_", "audit_seal_")) {
            String parent = table.substring(0, table.length() - 1);
            run("alter table " + parent + " detach partition " + table + now);
            run("alter table " + table + now + " rename to " + table + suffix(-3));
            run("set session_replication_role = replica");
            run("truncate " + table + suffix(-3) + ", audit_unsealed");
            run("set session_replication_role = origin");
            run("alter table " + parent + " attach partition " + table + suffix(-3)
                    + " for values from (minvalue) to ('" + start(-2) + "')");
            for (int month = -2; month <= 0; month++) {
                run("create table " + table + suffix(month) + " partition of " + parent + " for values from ('"
                        + start(month) + "') to ('" + start(month + 1) + "')");
            }
        }
        run("select add_audit_partitions()");
        // Every seventh event is a week later: it is sealed before events of the month before its own.
        add("select n, timestamptz '" + start(-3) + "' + n * interval '3.3 months' / " + EVENTS
                + " + case when n % 7 = 0 then interval '7 days' else interval '0' end from generate_series(1, "
                + EVENTS + ") n");
        run("select setval('audit_event_id_seq', 100000)");
        assertThat(text("select seal_audit(1000)")).isEqualTo("" + EVENTS);
    }

    private static void add(String idsAndTimes) throws SQLException {
        run("""
                with event as (
                    insert into audit_event (id, at, kind, side, trace_id, thing, thing_id, operation)
                    select e.*, 'CHANGE', 'SYSTEM', 'trace', 'tier', 'x', 'INSERT' from (%s) e returning id, at)
                insert into audit_unsealed (event_id, event_at) select id, at from event""".formatted(idsAndTimes));
    }

    private static String suffix(int months) {
        return thisMonth.plusMonths(months).toString().replace('-', '_');
    }

    private static OffsetDateTime start(int months) {
        return thisMonth.plusMonths(months).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        owner.close();
        postgres.close();
    }

    @BeforeEach
    void act() throws SQLException {
        run("set local sild.side = 'SYSTEM'");
    }

    @AfterEach
    void restore() throws SQLException {
        owner.rollback();
    }

    @Test
    void without_the_setting_all_months_are_kept() throws SQLException {
        assertThat(text(REMOVE)).isEqualTo("0");
        keep(3);
        assertThat(text(REMOVE)).isEqualTo("0");
    }

    @Test
    void the_chain_goes_on_after_removed_months() throws SQLException {
        assertThat(text(BROKEN)).isEqualTo("0");
        keep(1);
        assertThat(text(REMOVE)).isEqualTo("1");
        assertThat(text(BROKEN)).isEqualTo("0");
        assertThat(text(REMOVE)).isEqualTo("1");
        assertThat(text(REMOVE)).isEqualTo("0");
        assertThat(text("select min(at) >= '" + start(-1) + "' from audit_event"))
                .isEqualTo("t");
        assertThat(text("select count(*) > 2 from audit_anchor")).isEqualTo("t");
        assertThat(text("select count(*) - (select count(*) from audit_anchor) from audit_unsealed"))
                .isEqualTo("0");
        run("select seal_audit(1000)");
        assertThat(text(BROKEN)).isEqualTo("0");
        assertThat(text("select verified = (select count(*) from audit_seal) from broken_seal(0, 100000)"))
                .isEqualTo("t");
        assertThat(text("select verified from broken_seal(" + EVENTS / 2 + ", 10)"))
                .isEqualTo("10");
    }

    @Test
    void the_chain_goes_on_even_if_all_was_removed() throws SQLException {
        keep(1);
        tamper("delete from audit_seal where event_at >= '" + start(-2) + "'");
        tamper("delete from audit_event where at >= '" + start(-2) + "'");
        tamper("delete from audit_seal where position > 50");
        assertThat(text(REMOVE)).isEqualTo("1");
        assertThat(text("select position from audit_anchor")).isEqualTo("50");
        run("select seal_audit(1000)");
        assertThat(text("select min(position) from audit_seal")).isEqualTo("51");
        assertThat(text(BROKEN)).isEqualTo("0");
    }

    @Test
    void changes_in_the_oldest_month_are_found() throws SQLException {
        tamper("update audit_event set actor_id = gen_random_uuid() where id = 3");
        assertThat(text(BROKEN)).isEqualTo("3");
        owner.rollback();
        tamper("delete from audit_event where id = 4");
        assertThat(text(BROKEN)).isEqualTo("4");
        owner.rollback();
        tamper("delete from audit_seal where position = 5");
        assertThat(text(BROKEN)).isEqualTo("6");
        owner.rollback();
        tamper("delete from audit_seal where position < 30");
        assertThat(text(BROKEN)).isEqualTo("30");
    }

    @Test
    void a_gap_needs_an_anchor_that_the_audit_log_recorded() throws SQLException {
        keep(2);
        run(REMOVE);
        String last = text("select max(position) from audit_anchor");
        tamper("delete from audit_anchor where position = " + last);
        assertThat(text(BROKEN)).isEqualTo("" + (Long.parseLong(last) + 1));
        owner.rollback();
        act();
        keep(2);
        run(REMOVE);
        tamper("update audit_anchor set hash = sha256('x') where position = " + last);
        assertThat(text(BROKEN)).isEqualTo("" + (Long.parseLong(last) + 1));
        owner.rollback();
        // A removed event, with an anchor in its place that the audit log does not know.
        String position = text("select max(position) - 20 from audit_seal");
        tamper("insert into audit_anchor select position, hash, now() from audit_seal where position = " + position);
        tamper("delete from audit_event where id = (select event_id from audit_seal where position = " + position
                + ")");
        tamper("delete from audit_seal where position = " + position);
        assertThat(text(BROKEN)).isEqualTo("" + (Long.parseLong(position) + 1));
    }

    @Test
    void evidence_and_unsealed_events_are_not_removed() throws SQLException {
        keep(1);
        add("select 500, timestamptz '" + start(-2) + "' - interval '1 day'");
        assertThat(text(REMOVE)).isEqualTo("0");
        run("select seal_audit(1000)");
        tamper("update audit_event set actor_id = gen_random_uuid() where id = 3");
        run("select verify_audit(1000)");
        assertThat(text("select broken_at from audit_verification")).isEqualTo("3");
        assertThat(text(REMOVE)).isEqualTo("0");
        tamper("update audit_event set actor_id = null where id = 3");
        run("select verify_audit(1000)");
        assertThat(text(REMOVE)).isEqualTo("1");
    }

    @Test
    void only_the_system_removes_a_month() throws SQLException {
        keep(1);
        run("set local sild.side = 'VENDOR'");
        assertThatThrownBy(() -> text(REMOVE)).hasMessageContaining("only the system");
    }

    @Test
    void verification_goes_on_where_it_stopped_and_begins_again() throws SQLException {
        String broken = "select coalesce(broken_at, 0) from audit_verification";
        run("update audit_verification set position = 0, verified_since = null");
        tamper("update audit_event set actor_id = gen_random_uuid() where id in (250, 350)");
        assertThat(verified(100)).isEqualTo(100);
        assertThat(text(broken)).isEqualTo("0");
        assertThat(verified(200)).isEqualTo(200);
        assertThat(text(broken)).isEqualTo("250");
        assertThat(text("select count(verified_since) from audit_verification")).isEqualTo("0");
        assertThat(verified(200)).isLessThan(200);
        assertThat(text(broken)).isEqualTo("250");
        assertThat(text("select count(verified_since) from audit_verification")).isEqualTo("1");
        tamper("update audit_event set actor_id = null where id = 250");
        assertThat(verified(1000)).isEqualTo(EVENTS);
        assertThat(text(broken)).isEqualTo("350");
        tamper("update audit_event set actor_id = null where id = 350");
        assertThat(verified(1000)).isEqualTo(EVENTS);
        assertThat(text(broken)).isEqualTo("0");
    }

    /** In case that no job has created the partitions of a month. */
    @Test
    void an_event_of_a_month_without_partition_is_sealed_and_kept() throws SQLException {
        add("select 500, timestamptz '" + start(9) + "'");
        assertThat(text("select tableoid::regclass from audit_event where id = 500"))
                .isEqualTo("audit_event_default");
        assertThat(text("select seal_audit(1000)")).isEqualTo("1");
        assertThat(text(BROKEN)).isEqualTo("0");
        assertThat(text("select add_audit_partitions()")).isEqualTo("0");
        tamper("delete from audit_event where id = 500");
        assertThat(text(BROKEN)).isEqualTo("" + (EVENTS + 1));
    }

    private static int verified(int most) throws SQLException {
        return Integer.parseInt(text("select verify_audit(" + most + ")"));
    }

    private static void keep(int months) throws SQLException {
        run("update audit_retention set months = " + months);
    }

    /** As a superuser, whom no trigger hinders. */
    private static void tamper(String sql) throws SQLException {
        run("set local session_replication_role = replica");
        run(sql);
        run("set local session_replication_role = origin");
        run("set local sild.side = 'SYSTEM'");
    }

    private static void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        assertThat(texts).hasSize(1);
        return texts.getFirst();
    }
}
