-- What data.sql leaves empty because no workload reads it: what the vendor has set up, and what users have done and read. It continues data.sql.
-- step: settings for history
set session_replication_role = replica;
set sild.side = 'SYSTEM';
set synchronous_commit = off;

-- step: calendars, rules, runs
insert into calendar (id, name, time_zone, version) select rig.id('calendar', g), 'Calendar ' || g, 'Europe/Tallinn', 0 from generate_series(1, 3) g;
insert into distribution_rule (id, position, name, active, method, version) select rig.id('rule', g), g, 'Rule ' || g, true, 'CASCADE', 0 from generate_series(1, 5) g;
insert into distribution_run (id, method, status, created_by, created_at, confirmed_at, done_at, version)
    select rig.id('run', g), 'CASCADE', 'DONE', rig.staff(1 + g % s.staff), s.now - interval '1 day' * g, s.now - interval '1 day' * g, s.now - interval '1 day' * g, 0
      from rig.size s, generate_series(1, 1000) g;
insert into distribution_run_item (id, run_id, position, opportunity_id, partner_id, proposed_partner_id, method, status, version)
    select rig.id('run item', d.n), rig.id('run', 1 + d.n % 1000), d.n / 1000, d.opportunity_id, d.partner_id, d.partner_id, 'CASCADE', 'DONE', 0
      from (select opportunity_id, partner_id, row_number() over (order by id) as n from distribution where collaboration_id is null limit 20000) d;
insert into matching_run (id, opportunity_id, partner_id, method, result, decided_at)
    select rig.id('matching run', row_number() over (order by id)), opportunity_id, partner_id, 'CASCADE', jsonb_build_object('considered', 0, 'eligible', 0, 'at', delivered_at, 'candidates', '[]'::jsonb), delivered_at
      from distribution where collaboration_id is null and answered_at is not null order by id limit 20000;
update distribution d set matching_run_id = m.id from matching_run m where m.opportunity_id = d.opportunity_id and d.collaboration_id is null;

-- step: approval steps
insert into deal_registration_step (registration_id, position, approver, user_id, decided_by, decided_at)
    select r.id, k, case when k = 0 then 'PARTNERS_CHANNEL_MANAGER' else 'ADMIN' end, case when k = 0 then p.channel_manager_id end,
           case when r.status <> 'SUBMITTED' and k = 0 then r.decided_by end, case when r.status <> 'SUBMITTED' and k = 0 then r.decided_at end
      from deal_registration r join partner p on p.id = r.partner_id, generate_series(0, 1) k;

-- step: sessions, API clients, invitations
insert into session (id, user_id, user_agent, created_at, last_used_at, expires_at, ended_at)
    select rig.id('session', g, u.created_at + interval '1 second' * abs(hashtext(u.email)::bigint)), u.id, 'Browser', s.now - interval '1 hour' * g,
           s.now - interval '1 hour' * g, s.now + interval '30 days', case when g > 2 then s.now - interval '1 minute' * g end
      from rig.size s, app_user u, generate_series(1, 10) g where u.kind = 'PERSON';
insert into app_user (id, kind, name, role, partner_id, status, language, created_at, version)
    select rig.id('client', g), 'CLIENT', 'Client ' || g, 'PARTNER_MANAGER', rig.id('partner', g), 'ACTIVE', 'en', '2023-01-01', 0 from rig.size s, generate_series(1, s.partners) g;
insert into api_client (user_id, client_id, secret_hash, scopes, created_at)
    select rig.id('client', g), 'client-' || g, 'nobody signs in', '{me:read}', '2023-01-01' from rig.size s, generate_series(1, s.partners) g;
insert into invitation (id, user_id, token_hash, expires_at, accepted_at)
    select rig.id('invitation', row_number() over ()), id, 'hash of ' || id, created_at + interval '7 days', created_at from app_user where kind = 'PERSON';

-- step: what happened to customers and notes
insert into customer_alias (id, customer_id, name, merged_by, merged_at)
    select rig.id('alias', g), rig.id('customer', g), 'Earlier name ' || g, rig.staff(1), '2024-01-01' from rig.size s, generate_series(1, s.customers, 20) g;
insert into opportunity_external_reference (opportunity_id, system, external_id) select id, 'CRM', number from opportunity;
insert into note_revision (note_id, text, replaced_at) select id, 'An earlier text', created_at from note where hashtext(id::text) % 20 = 0;
insert into attachment (id, note_id, position, name, size, sha256, created_at)
    select gen_random_uuid(), id, 1, 'offer.pdf', 3, sha256('abc'), created_at from note where hashtext(id::text) % 10 = 0;
insert into attachment_content (attachment_id, content) select id, 'abc' from attachment;

-- step: notifications, mails, changes
insert into notification (id, user_id, kind, opportunity_id, topic, number, in_app, created_at, read_at)
    select rig.id('notification', e.n), case when e.by_partner then e.owner_id else coalesce(e.partner_user_id, e.owner_id) end, 'ACCEPTED', e.opportunity_id, e.topic, e.number, e.n % 4 > 0, e.at,
           case when e.n % 10 > 0 then e.at + interval '1 hour' end
      from (select e.*, o.topic, o.number, o.owner_id, o.partner_user_id, row_number() over (order by e.at) as n
              from opportunity_event e join opportunity o on o.id = e.opportunity_id where hashtext(e.id::text) % 3 = 0) e;
insert into mail (id, notification_id, attempts, sent_at) select rig.id('mail', row_number() over ()), id, 1, created_at from notification where read_at is not null;
insert into live_change (kind, opportunity_id, partner_id, collaboration_id, staff_only, at)
    select 'NOTE', opportunity_id, partner_id, collaboration_id, visibility = 'STAFF', s.now - interval '1 second' * row_number() over () from rig.size s, note limit 20000;

-- step: audit log
insert into audit_event (at, kind, side, actor_id, trace_id, thing, thing_id, operation, after)
    select created_at, 'CHANGE', 'VENDOR', owner_id, 'none', 'opportunity', id::text, 'INSERT', '{}' from opportunity;
insert into audit_event (at, kind, side, actor_id, trace_id, request, status, code)
    select s.now - interval '1 hour' * g, 'DENIAL', 'VENDOR', rig.staff(1 + g % 200), 'none', 'GET /api/v1/audit-events', 403, 'forbidden' from rig.size s, generate_series(1, 1000) g;
insert into audit_seal (position, event_id, event_at, hash)
    select s.position + row_number() over (order by e.id), e.id, e.at, ''
      from audit_event e, (select coalesce(max(position), 0) as position, coalesce(max(event_id), 0) as event_id from audit_seal) s where e.id > s.event_id;

-- step: end of history
set session_replication_role = origin;
