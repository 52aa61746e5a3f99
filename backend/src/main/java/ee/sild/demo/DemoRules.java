package ee.sild.demo;

import java.util.List;

/** The demo vendor's distribution rules, and recent notifications of its users and partners. */
final class DemoRules {

    private static final List<String> STEPS = List.of("""
            insert into distribution_rule (id, position, name, active, value_from, value_to, method, version) values
                (gen_random_uuid(), 1, 'Large deals', true, 100000, null, 'CASCADE', 0),
                (gen_random_uuid(), 2, 'Small deals', true, null, 10000, 'POOL', 0),
                (gen_random_uuid(), 3, 'All others', true, null, null, 'ROUND_ROBIN', 0)""", """
            update distribution set remind_at = delivered_at + (answer_by - delivered_at) * 0.75
              where status = 'DELIVERED'""", """
            insert into notification (id, user_id, kind, opportunity_id, topic, number, answer_by, in_app, created_at)
            select gen_random_uuid(), u.id, 'DELIVERED', o.id, o.topic, o.number, d.answer_by, true, d.delivered_at
              from distribution d join opportunity o on o.id = d.opportunity_id
              join app_user u on u.partner_id = d.partner_id and u.role in ('PARTNER_ADMIN', 'PARTNER_MANAGER')
             where d.status = 'DELIVERED'""", """
            insert into notification (id, user_id, kind, opportunity_id, topic, number, about, reason_code, in_app,
              created_at, read_at)
            select gen_random_uuid(), o.owner_id, d.status, o.id, o.topic, o.number, p.name, d.reason_code, true,
              d.answered_at,
                   case when d.answered_at < now() - interval '7 days' then d.answered_at + interval '2 hours' end
              from distribution d join opportunity o on o.id = d.opportunity_id join partner p on p.id = d.partner_id
             where d.status in ('ACCEPTED', 'DECLINED') and d.answered_at > now() - interval '30 days'
               and o.owner_id is not null""", """
            insert into opportunity_event (id, opportunity_id, kind, partner_id, collaboration_id, details, at)
            select gen_random_uuid(), id, 'ALERTED', case when collaboration_id is null then partner_id end,
              collaboration_id,
                   jsonb_build_object('reasonCode', alert), now()
              from (select o.*, alert_of(o.status, partner_active_at(o.id, o.accepted_at), o.accepted_at, o.due_on,
                now()) as alert
                      from opportunity o where is_worked(o.status)) x where alert is not null""");

    private DemoRules() {}

    static void fill(Batch batch) {
        STEPS.forEach(batch::run);
    }
}
