package ee.sild.demo;

import java.util.List;

/** The deal registrations of the demo's partners, and their approval rules. */
final class DemoRegistrations {

    /**
     * Of the opportunities created by partners, pending ones await a decision; accepted or won ones are or were
     * exclusive.
     */
    private static final List<String> STEPS = List.of("""
            create temporary table asked on commit drop as
            select gen_random_uuid() as id, row_number() over (order by o.number) as nth, o.id as opportunity_id,
              o.topic, o.customer_id, c.name as customer_name,
                   o.partner_id, o.created_by, o.created_at, o.status, o.closed_at,
                   coalesce((select p.channel_manager_id from partner p where p.id = o.partner_id),
                            (select u.id from app_user u where u.role = 'CHANNEL_MANAGER'
                              and u.partner_id is null order by u.name limit 1)) as manager,
                   coalesce((select l.product_line_id from opportunity_product_line l
                     where l.opportunity_id = o.id order by l.product_line_id limit 1),
                            (select l.id from product_line l order by md5(o.number || l.name) limit 1)) as line
              from opportunity o join customer c on c.id = o.customer_id
             where o.source = 'PARTNER_CREATED' and o.status in ('PENDING_APPROVAL', 'ACCEPTED', 'WON', 'LOST')
               and o.collaboration_id is null""", """
            delete from asked a where a.status <> 'PENDING_APPROVAL'
               and exists (select from asked b where b.customer_id = a.customer_id and b.line = a.line
                 and b.id <> a.id and b.status <> 'PENDING_APPROVAL')""", """
            insert into deal_registration (id, number, opportunity_id, topic, customer_id, customer_name, partner_id,
              status, comment, submitted_by, submitted_at,
                                           decide_by, decided_by, decided_at, reason_code, reason, requested_fields,
                                             exclusive_from, exclusive_until, remind_at, version)
            select a.id, 'REG-' || extract(year from a.created_at) || '-' || lpad(a.nth::text, 6, '0'),
              a.opportunity_id, a.topic, a.customer_id, a.customer_name,
                   a.partner_id, s.status, 'We know their IT people well and have shown them our plan.', a.created_by,
                     a.created_at + interval '1 hour',
                   case when s.status = 'SUBMITTED' then now() + a.nth * interval '5 hours'
                     else a.created_at + interval '2 days' end,
                   case when s.status <> 'SUBMITTED' then a.manager end, case when s.status <> 'SUBMITTED'
                     then a.created_at + interval '1 day' end,
                   case when s.status = 'CLOSED' then a.status end, case when s.status = 'RETURNED'
                     then 'Whom do you talk to, and when do they decide?' end,
                   case when s.status = 'RETURNED' then array['CONTACT', 'TIMEFRAME'] else '{}' end,
                   case when s.status in ('APPROVED', 'CLOSED', 'EXPIRED') then a.created_at + interval '1 day' end,
                   case s.status when 'APPROVED' then now() + (10 + a.nth) * interval '3 days' when 'CLOSED'
                     then greatest(a.closed_at, a.created_at + interval '2 days')
                                 when 'EXPIRED' then a.created_at + interval '91 days' end,
                   case when s.status = 'APPROVED'
                     then now() + (10 + a.nth) * interval '3 days' - interval '14 days' end, 1
              from asked a
             cross join lateral (select case when a.status = 'PENDING_APPROVAL' then case when a.nth % 3 = 0
               then 'RETURNED' else 'SUBMITTED' end
                                             when a.status <> 'ACCEPTED' then 'CLOSED'
                                             when a.nth % 4 = 0 and a.created_at < now() - interval '100 days'
                                               then 'EXPIRED' else 'APPROVED' end as status) s""", """
            insert into deal_registration_product_line (registration_id, product_line_id) select id, line
              from asked""", """
            insert into approval_rule (id, position, name, value_from, value_to, exclusivity_days) values
                ('00000000-0000-7000-8000-0000000000a1', 0, 'Small deals of the highest tier', null, 20000, 60),
                ('00000000-0000-7000-8000-0000000000a2', 1, 'Large deals', 100000, null, 180)""", """
            insert into approval_rule_tier (rule_id, tier_id)
            select '00000000-0000-7000-8000-0000000000a1', id from tier order by rank limit 1""", """
            insert into approval_rule_step (rule_id, position, approver) values
                ('00000000-0000-7000-8000-0000000000a2', 0, 'PARTNERS_CHANNEL_MANAGER'),
                  ('00000000-0000-7000-8000-0000000000a2', 1, 'ADMIN')""", """
            update deal_registration r
               set rule = (select 'Large deals' from opportunity o where o.id = r.opportunity_id
                 and o.estimated_value >= 100000),
                   decision_remind_at = case when status = 'SUBMITTED' then decide_by - interval '4 hours' end""", """
            insert into deal_registration_step (registration_id, position, approver, user_id, decided_by, decided_at)
            select r.id, 0, case when r.rule is null then 'CHANNEL_MANAGER' else 'PARTNERS_CHANNEL_MANAGER' end, case
              when r.rule is not null then a.manager end,
                   case when d.agreed then r.decided_by end, case when d.agreed then r.decided_at end
              from deal_registration r join asked a on a.id = r.id cross join lateral (select r.status in ('APPROVED',
                'CLOSED', 'EXPIRED') as agreed) d""", """
            insert into deal_registration_step (registration_id, position, approver, decided_by, decided_at)
            select r.id, 1, 'ADMIN', case when d.agreed then admin.id end, case when d.agreed then r.decided_at end
              from deal_registration r cross join lateral (select r.status in ('APPROVED', 'CLOSED',
                'EXPIRED') as agreed) d
             cross join (select id from app_user where role = 'ADMIN'
               and partner_id is null order by name limit 1) admin
             where r.rule is not null""", """
            insert into opportunity_event (id, opportunity_id, kind, actor_id, by_partner, partner_id, details, at)
            select gen_random_uuid(), r.opportunity_id, 'REGISTRATION_SUBMITTED', r.submitted_by, true, r.partner_id,
              jsonb_build_object('reason', r.comment), r.submitted_at
              from deal_registration r
            union all
            select gen_random_uuid(), r.opportunity_id, case when r.status = 'RETURNED' then 'REGISTRATION_RETURNED'
              else 'REGISTRATION_APPROVED' end, r.decided_by, false,
                   r.partner_id, case when r.reason is null then '{}' else jsonb_build_object('reason', r.reason) end,
                     r.decided_at
              from deal_registration r where r.decided_at is not null""", """
            select setval('deal_registration_number', (select coalesce(max(right(number, 6)::int), 1)
              from deal_registration))""");

    private DemoRegistrations() {}

    static void fill(Batch batch) {
        STEPS.forEach(batch::run);
    }
}
