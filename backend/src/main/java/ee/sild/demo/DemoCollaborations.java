package ee.sild.demo;

import java.util.List;

/** Lets some demo partners collaborate on opportunities that one of them already works on. */
final class DemoCollaborations {

    /**
     * Every sixth accepted opportunity gets one more partner of the same country; in every second case the first
     * partner leads.
     */
    private static final List<String> STEPS = List.of("""
            create temporary table together on commit drop as
            select row_number() over (order by o.number) as place, o.id, o.partner_id, o.partner_user_id, o.owner_id,
              o.accepted_at, d.id as offer,
                   gen_random_uuid() as collaboration, gen_random_uuid() as other_offer,
                   (select p.id from partner p join partner mine on mine.id = o.partner_id
                     where p.country = mine.country
                       and p.id <> mine.id order by md5(o.number || p.name) limit 1) as other
              from (select o.*, row_number() over (order by number) as nth from opportunity o
                     where status = 'ACCEPTED' and source = 'DISTRIBUTED') o
              join distribution d on d.opportunity_id = o.id and d.partner_id = o.partner_id and d.status = 'ACCEPTED'
             where o.nth % 6 = 1""", """
            update opportunity o set collaboration_id = t.collaboration, partner_user_id = null,
                   partner_id = case when t.place % 2 = 0 then o.partner_id end
              from together t where t.id = o.id and t.other is not null""", """
            update distribution d set collaboration_id = t.collaboration from together t where t.offer = d.id
              and t.other is not null""", """
            insert into distribution (id, opportunity_id, partner_id, collaboration_id, asked, status, delivered_by,
              delivered_at, answer_by, answered_at, version)
            select other_offer, id, other, collaboration, false, 'ACCEPTED', owner_id, accepted_at + interval '1 day',
              accepted_at + interval '2 days',
                   accepted_at + interval '1 day', 1 from together where other is not null""", """
            insert into collaborator (id, opportunity_id, collaboration_id, partner_id, partner_user_id,
              distribution_id, lead, joined_at, version)
            select gen_random_uuid(), id, collaboration, partner_id, partner_user_id, offer, place % 2 = 0,
              accepted_at, 1 from together where other is not null
            union all
            select gen_random_uuid(), id, collaboration, other, (select u.id from app_user u
              where u.partner_id = other and u.role = 'PARTNER_SELLER' limit 1),
                   other_offer, false, accepted_at + interval '1 day', 1 from together where other is not null""", """
            insert into customer_partner (customer_id, partner_id, since)
            select o.customer_id, t.other, t.accepted_at from together t join opportunity o on o.id = t.id
              where t.other is not null
                on conflict do nothing""", """
            insert into opportunity_event (id, opportunity_id, kind, actor_id, collaboration_id, details, at)
            select gen_random_uuid(), t.id, 'COLLABORATOR_ADDED', t.owner_id, t.collaboration,
                   jsonb_build_object('with', jsonb_build_object('id', p.id, 'name', p.name)),
                     t.accepted_at + interval '1 day'
              from together t join partner p on p.id = t.other""", """
            insert into note (id, opportunity_id, author_id, collaboration_id, visibility, text, created_at, version)
            select gen_random_uuid(), t.id, t.owner_id, t.collaboration, 'EVERYONE',
              'Please agree here who does what, so that the customer hears one voice.',
                   t.accepted_at + interval '25 hours', 0 from together t where t.other is not null""");

    private DemoCollaborations() {}

    static void fill(Batch batch) {
        STEPS.forEach(batch::run);
    }
}
