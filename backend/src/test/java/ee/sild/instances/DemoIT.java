package ee.sild.instances;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The demo's past is the same after every first start, and keeps the rules of the product. */
class DemoIT {

    private static final String OPPORTUNITIES_BY_STATUS =
            "select status || ' ' || count(*) from opportunity group by status order by status";

    /** Without alerts: whether something is overdue depends on the date, and so on the hour of the first start. */
    private static final List<String> PAST = List.of(
            """
            select concat_ws(' | ', o.number, o.topic, o.status, o.phase, o.source, c.name, p.name, u.name,
                             o.estimated_value, o.actual_value, o.currency, o.reason_code, %s, %s, %s)
              from opportunity o join customer c on c.id = o.customer_id left join partner p on p.id = o.partner_id
              left join app_user u on u.id = o.partner_user_id
             order by substring(o.number from 10)""".formatted(since("o.created_at"), since("o.accepted_at"), since("o.closed_at")),
            """
            select concat_ws(' | ', substring(o.number from 10), e.kind, u.name, p.name, e.details ->> 'reasonCode', %s)
              from opportunity_event e join opportunity o on o.id = e.opportunity_id
              left join app_user u on u.id = e.actor_id left join partner p on p.id = e.partner_id
             where e.at <= (select min(created_at) + interval '720 days' from app_user) and e.kind <> 'ALERTED'
             order by substring(o.number from 10), e.id""".formatted(since("e.at")),
            """
            select concat_ws(' | ', substring(o.number from 10), p.name, d.status, %s, %s, %s)
              from distribution d join opportunity o on o.id = d.opportunity_id join partner p on p.id = d.partner_id
             order by substring(o.number from 10), d.id""".formatted(since("d.delivered_at"), since("d.answered_at"), since("d.ended_at")),
            """
            select concat_ws(' | ', substring(r.number from 10), r.topic, r.status, r.rule, u.name, %s)
              from deal_registration r left join app_user u on u.id = r.decided_by
             order by substring(r.number from 10)""".formatted(since("r.submitted_at")),
            """
            select concat_ws(' | ', u.email, u.role, p.name)
              from app_user u left join partner p on p.id = u.partner_id order by u.email""");

    private static Instances sild;

    @BeforeAll
    static void start() throws Exception {
        sild = new Instances(1);
    }

    @AfterAll
    static void stop() throws Exception {
        sild.close();
    }

    @Test
    void has_opportunities_in_every_status() throws Exception {
        assertThat(rows(sild, OPPORTUNITIES_BY_STATUS))
                .containsExactly(
                        "ACCEPTED 45",
                        "CANCELED 9",
                        "DECLINED 10",
                        "DELIVERED 11",
                        "EXPIRED 6",
                        "LOST 39",
                        "NEW 7",
                        "ON_HOLD 9",
                        "PENDING_APPROVAL 8",
                        "POOL 2",
                        "RETURNED 8",
                        "WON 56");
    }

    @Test
    void is_the_same_after_another_first_start() throws Exception {
        try (var another = new Instances(1)) {
            for (String question : PAST) {
                assertThat(rows(another, question)).isNotEmpty().containsExactlyElementsOf(rows(sild, question));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Nobody works on it.
                """
                select number from opportunity
                 where status in ('ACCEPTED', 'ON_HOLD', 'WON', 'LOST') and partner_id is null
                   and collaboration_id is null""",
                // It was never offered to the partner that works on it.
                """
                select o.number from opportunity o
                 where o.source = 'DISTRIBUTED' and o.status in ('ACCEPTED', 'ON_HOLD')
                   and not exists (select from distribution d where d.opportunity_id = o.id and d.status = 'ACCEPTED'
                                      and (o.partner_id is null or d.partner_id = o.partner_id))""",
                // Its offer has ended.
                """
                select o.number from opportunity o
                 where o.status = 'DELIVERED'
                   and not exists (select from distribution d where d.id = o.distribution_id
                                      and d.status = 'DELIVERED' and d.partner_id = o.partner_id)""",
                // Its partner does not know the customer.
                """
                select o.number from opportunity o
                 where o.status in ('ACCEPTED', 'ON_HOLD', 'WON', 'LOST') and o.partner_id is not null
                   and not exists (select from customer_partner a
                                    where a.customer_id = o.customer_id and a.partner_id = o.partner_id)""",
                // Its number does not follow the order of creation.
                """
                select o.number from opportunity o join opportunity later on later.created_at > o.created_at
                 where substring(later.number from 10) < substring(o.number from 10)""",
                // Its creation is not recorded.
                """
                select o.number from opportunity o
                 where not exists (select from opportunity_event e where e.opportunity_id = o.id
                                      and e.kind = 'CREATED' and e.at = o.created_at)""",
                // It happens in the future.
                "select kind from opportunity_event where at > now()",
                // A deadline has passed.
                "select id::text from distribution where status = 'DELIVERED' and answer_by <= now()",
                "select number from deal_registration where status = 'SUBMITTED' and decide_by <= now()",
                "select number from deal_registration where status = 'APPROVED' and exclusive_until <= now()",
                // An approved deal waits for the approval of its opportunity.
                """
                select r.number from deal_registration r join opportunity o on o.id = r.opportunity_id
                 where r.status = 'APPROVED' and o.status = 'PENDING_APPROVAL'""",
                // An alert was raised days after it was due.
                """
                select o.number from opportunity_event e join opportunity o on o.id = e.opportunity_id
                 where e.kind = 'ALERTED' and e.details ->> 'reasonCode' = 'OVERDUE'
                   and e.at > now() - interval '20 hours' and o.due_on < current_date - 3""",
                // Users have read what is old, and get no mails about it.
                "select topic from notification where read_at is null and created_at < now() - interval '6 days'",
                """
                select n.topic from mail m join notification n on n.id = m.notification_id
                 where n.created_at < now() - interval '2 days'"""
            })
    void keeps_the_rules(String violations) throws Exception {
        assertThat(rows(sild, violations)).isEmpty();
    }

    @Test
    void has_alerts_of_the_last_month() throws Exception {
        assertThat(rows(sild, """
                select o.number from opportunity_event e join opportunity o on o.id = e.opportunity_id
                 where e.kind = 'ALERTED' and e.at < now() - interval '20 days'""")).isNotEmpty();
    }

    @Test
    void shows_work_to_staff_and_to_a_partner() {
        var staff = sild.signIn(0, "liis@sild.example");
        var partner = sild.signIn(0, "kadri@pohjala.example");
        assertThat(sild.get(0, staff, "/api/v1/dashboard").status()).isEqualTo(200);
        assertThat(sild.get(0, partner, "/api/v1/opportunities?status=ACCEPTED")
                        .body()
                        .path("items"))
                .isNotEmpty();
        assertThat(sild.get(0, partner, "/api/v1/notifications").body().path("items"))
                .isNotEmpty();
    }

    /** The seconds from the demo's first day to a time. */
    private static String since(String column) {
        return "extract(epoch from %s - (select min(created_at) from app_user))::bigint".formatted(column);
    }

    private static List<String> rows(Instances instances, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = instances.database();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
