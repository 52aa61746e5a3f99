-- Rows that fit the schema of 0.2.0: a vendor, two partners, a customer, and an opportunity in each situation.
insert into territory (id, name) values (gen_random_uuid(), 'Estonia');
insert into product_line (id, name) values (gen_random_uuid(), 'Networks');
insert into competency (id, name) values (gen_random_uuid(), 'Wi-Fi');
insert into industry (id, name) values (gen_random_uuid(), 'Logistics');
insert into tier (id, name, rank, answer_hours) values (gen_random_uuid(), 'Gold', 1, 48);
insert into partner (id, name, country, status, tier_id, capacity, created_at, updated_at, version)
select md5(name)::uuid, name, 'EE', 'ACTIVE', (select id from tier), 5, now(), now(), 0 from unnest(array['Põhjala', 'Daugava']) name;
insert into partner_territory select p.id, t.id from partner p, territory t;
insert into partner_competency select p.id, c.id from partner p, competency c;
insert into app_user (id, kind, name, email, role, partner_id, status, language, password_hash, created_at, version)
values (md5('mari')::uuid, 'PERSON', 'Mari', 'mari@sild.example', 'ADMIN', null, 'ACTIVE', 'et', 'x', now(), 0),
       (md5('rein')::uuid, 'PERSON', 'Rein', 'rein@pohjala.example', 'PARTNER_SELLER', md5('Põhjala')::uuid, 'ACTIVE', 'en', 'x', now(), 0);
insert into session (id, user_id, created_at, last_used_at, expires_at) values (gen_random_uuid(), md5('mari')::uuid, now(), now(), now());
insert into customer (id, name, country, registry_code, brought_by, created_at, updated_at, version)
values (md5('customer')::uuid, 'Saarte Kala AS', 'EE', '10000001', md5('Põhjala')::uuid, now(), now(), 0);
insert into customer_partner values (md5('customer')::uuid, md5('Põhjala')::uuid, now());
insert into customer_contact (id, customer_id, name, created_at, version) values (gen_random_uuid(), md5('customer')::uuid, 'Kai', now(), 0);
insert into opportunity (id, number, topic, customer_id, currency, estimated_value, actual_value, source, status, phase, partner_id, partner_user_id,
                         collaboration_id, created_by, accepted_at, closed_at, closed_on, created_at, updated_at, version)
select md5(status)::uuid, status, status, md5('customer')::uuid, 'EUR', 100, case when status = 'WON' then 90 end, 'DISTRIBUTED',
       replace(status, 'SHARED', 'ACCEPTED'), case when status not in ('NEW', 'POOL') then 'QUOTING' end,
       case when status not in ('NEW', 'POOL') then md5('Põhjala')::uuid end, case when status = 'ACCEPTED' then md5('rein')::uuid end,
       case when status = 'SHARED' then md5('collaboration')::uuid end, md5('mari')::uuid, now(), case when status = 'WON' then now() end,
       case when status = 'WON' then current_date end, now(), now(), 0
  from unnest(array['NEW', 'POOL', 'ACCEPTED', 'SHARED', 'WON']) status;
insert into opportunity_product_line select o.id, l.id from opportunity o, product_line l;
insert into distribution (id, opportunity_id, partner_id, status, collaboration_id, delivered_at, answer_by, answered_at, version)
select md5(o.topic || p.name)::uuid, o.id, p.id, 'ACCEPTED', o.collaboration_id, now(), now() + interval '2 days', now(), 0
  from opportunity o join partner p on p.id = o.partner_id or o.collaboration_id is not null where o.status = 'ACCEPTED';
insert into collaborator (id, opportunity_id, collaboration_id, partner_id, distribution_id, lead, joined_at, version)
select gen_random_uuid(), o.id, o.collaboration_id, p.id, md5(o.topic || p.name)::uuid, p.name = 'Põhjala', now(), 0
  from opportunity o, partner p where o.collaboration_id is not null;
insert into deal_registration (id, number, opportunity_id, topic, customer_id, customer_name, partner_id, status, submitted_by, submitted_at, decide_by,
                               decided_by, decided_at, exclusive_from, exclusive_until, version)
values (md5('registration')::uuid, 'REG-1', md5('ACCEPTED')::uuid, 'ACCEPTED', md5('customer')::uuid, 'Saarte Kala AS', md5('Põhjala')::uuid, 'APPROVED',
        md5('rein')::uuid, now(), now(), md5('mari')::uuid, now(), now(), now() + interval '90 days', 0);
insert into deal_registration_product_line (registration_id, product_line_id) select md5('registration')::uuid, id from product_line;
insert into note (id, opportunity_id, author_id, visibility, text, created_at, version)
values (gen_random_uuid(), md5('ACCEPTED')::uuid, md5('mari')::uuid, 'EVERYONE', 'Quote on Monday', now(), 0);
insert into opportunity_event (id, opportunity_id, kind, details, at) values (gen_random_uuid(), md5('ACCEPTED')::uuid, 'ACCEPTED', '{}', now());
insert into notification (id, user_id, kind, opportunity_id, topic, number, in_app, created_at)
values (gen_random_uuid(), md5('mari')::uuid, 'ACCEPTED', md5('ACCEPTED')::uuid, 'ACCEPTED', 'ACCEPTED', true, now());
