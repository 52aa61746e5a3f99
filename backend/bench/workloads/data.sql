-- Fills a new database of Sild. Data.java replaces ${…}, runs one step after another and prints the time of each.
--
-- Everything follows from the ordinal of a row and from hashes of it, so two runs make the same data. The opportunities are numbered in the
-- order in which they were created: the business grows, so half of them are from the last nine months and most of those are open.
-- Triggers and foreign keys rest (session_replication_role); the last step checks every foreign key.

-- step: functions
set session_replication_role = replica;
set sild.side = 'SYSTEM';
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
set work_mem = '256MB';
create schema rig;

-- A number below the limit; another salt, another number.
create function rig.below(most bigint, n bigint, salt int) returns int language sql immutable parallel safe
    return ((hashint8extended(n, salt) & 9223372036854775807) % most)::int;
create function rig.one_of(words text[], n bigint, salt int) returns text language sql immutable parallel safe
    return words[1 + rig.below(cardinality(words), n, salt)];
-- A UUIDv7 for the nth row of a kind.
create function rig.id(kind text, n bigint, at timestamptz) returns uuid language sql immutable parallel safe
    return overlay(overlay(overlay(md5(kind || n) placing lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') from 1) placing '7' from 13) placing '8' from 17)::uuid;
create function rig.id(kind text, n bigint) returns uuid language sql immutable parallel safe
    return rig.id(kind, n, timestamptz '2020-01-01 00:00Z');
-- The user of a partner, numbered from 1 to 4, and a user of the vendor.
create function rig.partner_user(partner int, k int) returns uuid language sql immutable parallel safe
    return rig.id('partner user', partner * 4 - 4 + k);
create function rig.staff(k int) returns uuid language sql immutable parallel safe
    return rig.id('staff', k);

-- How much of everything there is. A fifth of the busy partners has 60 % of the opportunities; a busy partner has 500 on average in any size.
create table rig.size as
    select ${rows}::int as opportunities, ${rows}::bigint * ${notes} as notes, greatest(2000, ${rows} / 5)::int as customers, 2000 as partners, 200 as staff,
           least(2000, greatest(5, ${rows} / 500))::int as busy, least(2000, greatest(5, ${rows} / 500))::int / 5 as large, date_trunc('minute', now()) as now;
create function rig.created_at(place double precision, now timestamptz) returns timestamptz language sql stable parallel safe
    return now - interval '1095 days' * power(1 - place, 2) - interval '1 hour';

-- step: indexes set aside
-- Secondary indexes of the large tables are created again once the rows are there.
create table rig.index as
    select i.indexname as name, i.indexdef as definition, i.tablename = 'listed_opportunity' as listed
      from pg_indexes i
     where i.schemaname = 'public'
       and i.tablename in ('customer', 'customer_contact', 'customer_partner', 'opportunity', 'opportunity_contact', 'distribution', 'note', 'opportunity_event', 'listed_opportunity')
       and not exists (select from pg_constraint c where c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass);
do $$
declare
    aside record;
begin
    for aside in select name from rig.index loop
        execute format('drop index %I', aside.name);
    end loop;
end $$;

-- step: texts
create table rig.text as
    select n, string_agg(format('The customer wants to %s the %s %s.', rig.one_of(array['replace', 'extend', 'secure', 'move', 'merge', 'automate', 'audit', 'renew'], n * 5 + k, 1),
                                rig.one_of(array['warehouse system', 'till network', 'payroll', 'fleet tracking', 'cold store', 'call center', 'web shop', 'laboratory', 'booking system', 'office network'], n * 5 + k, 2),
                                rig.one_of(array['before the summer', 'at three sites', 'without an interruption', 'for 250 users', 'within the budget of this year', 'together with the landlord'], n * 5 + k, 3)), ' ' order by k) as body
      from generate_series(0, 9999) n cross join lateral generate_series(1, 1 + rig.below(5, n, 4)) k
     group by n;
alter table rig.text add primary key (n);
analyze rig.text;

-- step: reference data, partners, users
insert into exchange_rate (currency, valid_from, rate) values ('USD', '2000-01-01', 1.2), ('GBP', '2000-01-01', 0.85), ('SEK', '2000-01-01', 11), ('USD', '2026-01-01', 1.1);
insert into tier (id, name, rank, answer_hours) select rig.id('tier', g), (array['Platinum', 'Gold', 'Silver'])[g], g, 24 * g from generate_series(1, 3) g;
insert into territory (id, name) select rig.id('territory', g), 'Region ' || g from generate_series(1, 10) g;
insert into territory (id, name, parent_id) select rig.id('territory', g), 'County ' || g, rig.id('territory', 1 + g % 10) from generate_series(11, 50) g;
insert into competency (id, name) select rig.id('competency', g), 'Competency ' || g from generate_series(1, 20) g;
insert into industry (id, name) select rig.id('industry', g), 'Industry ' || g from generate_series(1, 15) g;
insert into product_line (id, name) select rig.id('product line', g), 'Product line ' || g from generate_series(1, 12) g;
insert into partner (id, name, country, registry_code, status, tier_id, channel_manager_id, capacity, member_since, created_at, updated_at, version)
    select rig.id('partner', g), format('Partner %s %s', lpad(g::text, 4, '0'), rig.one_of(array['Systems', 'Networks', 'Consulting', 'Software', 'Solutions'], g, 1)),
           rig.one_of(array['EE', 'LV', 'LT', 'FI', 'SE', 'DE'], g, 2), 'P' || g, 'ACTIVE', rig.id('tier', 1 + g % 3), rig.staff(1 + g % s.staff),
           case when g <= s.large then 1000 else 400 end, '2023-01-01', '2023-01-01', '2023-01-01', 0
      from rig.size s, generate_series(1, s.partners) g;
insert into partner_territory select distinct rig.id('partner', g), rig.id('territory', 1 + rig.below(50, g * 4 + k, 3)) from rig.size s, generate_series(1, s.partners) g, generate_series(1, 3) k;
insert into partner_competency select distinct rig.id('partner', g), rig.id('competency', 1 + rig.below(20, g * 4 + k, 4)) from rig.size s, generate_series(1, s.partners) g, generate_series(1, 4) k;
insert into app_user (id, kind, name, email, role, status, language, password_hash, created_at, version)
    select rig.staff(g), 'PERSON', 'Staff ' || g, format('staff%s@vendor.example', g), case when g % 50 = 0 then 'ADMIN' when g % 20 = 1 then 'ANALYST' when g % 4 = 2 then 'SALES' else 'CHANNEL_MANAGER' end,
           'ACTIVE', 'en', 'nobody signs in', '2023-01-01', 0
      from rig.size s, generate_series(1, s.staff) g;
insert into app_user (id, kind, name, email, role, partner_id, status, language, password_hash, created_at, version)
    select rig.partner_user(p, k), 'PERSON', format('User %s of %s', k, p), format('user%s@partner%s.example', k, p), (array['PARTNER_ADMIN', 'PARTNER_MANAGER', 'PARTNER_SELLER', 'PARTNER_SELLER'])[k],
           rig.id('partner', p), 'ACTIVE', 'en', 'nobody signs in', '2023-01-01', 0
      from rig.size s, generate_series(1, s.partners) p, generate_series(1, 4) k;

-- step: callers
-- API clients that the load calls with: 48 of large partners, 16 of small ones, 8 of the vendor.
create table rig.caller as
    select i, 'load-' || i as name, rig.id('caller', i) as id, case when i > 64 then null when i <= 48 then 1 + (i - 1) % s.large else 1 + s.large + (i - 1) % (s.busy - s.large) end as partner
      from rig.size s, generate_series(1, 72) i;
insert into app_user (id, kind, name, role, partner_id, status, language, created_at, version)
    select id, 'CLIENT', name, case when partner is null then 'CHANNEL_MANAGER' else 'PARTNER_MANAGER' end, rig.id('partner', partner), 'ACTIVE', 'en', '2023-01-01', 0 from rig.caller;
insert into api_client (user_id, client_id, secret_hash, scopes, created_at)
    select id, name, encode(sha256(convert_to('${secret}', 'UTF8')), 'hex'), string_to_array('${scopes}', ' '), '2023-01-01' from rig.caller;

-- step: customers
insert into customer (id, name, country, registry_code, vat_number, web_domain, street, city, postal_code, industry_id, created_at, updated_at, version)
    select rig.id('customer', g),
           format('%s %s %s %s', rig.one_of(array['Nordic', 'Baltic', 'Harbour', 'Amber', 'Granite', 'Juniper', 'Lighthouse', 'Meadow', 'Orchard', 'Pine', 'River', 'Silver'], g, 1),
                  rig.one_of(array['Foods', 'Timber', 'Clinic', 'Hotels', 'Shipping', 'Energy', 'Textiles', 'Bakery', 'Motors', 'Printing', 'Dairy', 'Insurance'], g, 2), lpad(g::text, 7, '0'), rig.one_of(array['OÜ', 'AS', 'SIA', 'UAB', 'Oy', 'AB', 'GmbH'], g, 3)),
           rig.one_of(array['EE', 'LV', 'LT', 'FI', 'SE', 'DE'], g, 4), (10000000 + g)::text, case when g % 2 = 0 then 'EE' || (100000000 + g) end, format('c%s.example', g),
           'Main street ' || g % 900, rig.one_of(array['Tallinn', 'Riga', 'Vilnius', 'Turku', 'Malmö', 'Kiel'], g, 4), lpad((g % 90000)::text, 5, '0'), rig.id('industry', 1 + g % 15), timestamptz '2023-01-02 00:00Z' + interval '1 minute' * g, timestamptz '2023-01-02 00:00Z' + interval '1 minute' * g, 0
      from rig.size s, generate_series(1, s.customers) g;
insert into customer_contact (id, customer_id, name, title, email, phone, created_at, version)
    select rig.id('contact', g), rig.id('customer', g), 'Contact ' || g, 'Head of IT', format('contact%s@c%s.example', g, g), '+372 5' || lpad(g::text, 7, '0'), '2023-01-02', 0
      from rig.size s, generate_series(1, s.customers) g;

-- step: plan of the opportunities
-- What each opportunity is to become; the tables of the product are filled from it.
create table rig.company as select p as partner, rig.id('partner', p) as id, array(select rig.partner_user(p, k) from generate_series(1, 4) k order by k) as users from rig.size s, generate_series(1, s.partners) p;
create table rig.staff_user as select k, rig.staff(k) as id from rig.size s, generate_series(1, s.staff) k;
create unlogged table rig.draft as
    select n, rig.id('opportunity', n, created) as id, 1 + rig.below(s.customers, n, 11) as customer, 1 + rig.below(s.staff, n, 12) as owner, status, shared,
           -- The partner that was or is concerned; the opportunity belongs to it in the statuses where assigned is true.
           case when status in ('NEW', 'POOL', 'CANCELED') then null when rig.below(10, n, 13) < 6 then 1 + rig.below(s.large, n, 14) else 1 + s.large + rig.below(s.busy - s.large, n, 14) end as partner,
           status in ('PENDING_APPROVAL', 'DELIVERED', 'ACCEPTED', 'ON_HOLD', 'WON', 'LOST') and not shared as assigned,
           status in ('ACCEPTED', 'ON_HOLD', 'WON', 'LOST') as taken,
           status = 'PENDING_APPROVAL' or (status in ('ACCEPTED', 'ON_HOLD', 'WON', 'LOST') and not shared and rig.below(10, n, 15) = 0) as by_partner,
           2 + rig.below(3, n, 16) as seller, created, offered,
           offered + least(interval '1 hour' * (1 + rig.below(60, n, 17)), (s.now - offered) / 3) as answered,
           offered + least(interval '1 day' * (10 + rig.below(80, n, 18)), (s.now - offered) * 0.9) as ended
      from rig.size s
     cross join generate_series(1, s.opportunities) n
     cross join lateral (select rig.created_at(n / s.opportunities::double precision, s.now) as created, rig.below(1000, n, 19) as dice, n > s.opportunities / 2 as recent) a
     cross join lateral (select case when recent then case when dice < 160 then 'NEW' when dice < 161 then 'POOL' when dice < 180 then 'PENDING_APPROVAL' when dice < 480 then 'DELIVERED'
                                                           when dice < 900 then 'ACCEPTED' when dice < 960 then 'ON_HOLD' else 'DECLINED' end
                                     else case when dice < 20 then 'ACCEPTED' when dice < 440 then 'WON' when dice < 820 then 'LOST' when dice < 860 then 'CANCELED'
                                               when dice < 940 then 'DECLINED' when dice < 980 then 'EXPIRED' else 'RETURNED' end end as status) b
     cross join lateral (select status = 'ACCEPTED' and rig.below(50, n, 20) = 0 as shared,
                                case when status = 'DELIVERED' then s.now - interval '1 minute' * (10 + rig.below(4000, n, 21)) else created + (s.now - created) * 0.05 end as offered) c;
create unlogged table rig.plan as
    select d.*, c.id as company, c.users, u.id as manager, c.users[d.seller] as assignee, case when d.shared then rig.id('collaboration', d.n, d.created) end as collaboration
      from rig.draft d left join rig.company c using (partner) join rig.staff_user u on u.k = d.owner
     order by d.n;
alter table rig.plan add primary key (n);
analyze rig.plan;

-- step: opportunities
insert into opportunity (id, number, topic, customer_id, currency, estimated_value, actual_value, probability, estimated_close_date, customer_situation, customer_need, proposed_solution,
                         territory_id, industry_id, source, status, phase, owner_id, partner_id, partner_user_id, collaboration_id, created_by, distribution_id, answer_by, delivered_at,
                         accepted_at, closed_at, closed_on, due_on, reason_code, created_at, updated_at, version)
    select p.id, format('OPP-%s-%s', extract(year from p.created), lpad(p.n::text, 8, '0')),
           format('%s for %s, lot %s', rig.one_of(array['Network renewal', 'Cloud migration', 'Till system', 'Fleet tracking', 'Access control', 'Data platform', 'Service desk', 'Cold chain sensors'], p.n, 31),
                  rig.one_of(array['the head office', 'five warehouses', 'the new plant', 'all shops', 'two laboratories', 'the northern depots'], p.n, 32), p.n),
           rig.id('customer', p.customer), rig.one_of(array['EUR', 'EUR', 'EUR', 'USD', 'SEK', 'GBP'], p.n, 33), value, case when p.status = 'WON' then round(value * 0.9, 2) end, 5 * rig.below(21, p.n, 34),
           p.created::date + 60 + rig.below(400, p.n, 35), situation.body, need.body, solution.body, rig.id('territory', 1 + rig.below(50, p.n, 36)), rig.id('industry', 1 + p.customer % 15),
           case when p.by_partner then 'PARTNER_CREATED' else 'DISTRIBUTED' end, p.status,
           case when p.taken then case when p.status in ('WON', 'LOST') then 'CLOSING' else rig.one_of(array['PROSPECT', 'CONTACTING', 'INTEREST_CONFIRMED', 'QUOTING'], p.n, 37) end end,
           p.manager, case when p.assigned then p.company end, case when p.taken and not p.shared then p.assignee end,
           p.collaboration, case when p.by_partner then p.assignee else p.manager end,
           case when p.status = 'DELIVERED' then rig.id('offer', p.n, p.offered) end, case when p.status = 'DELIVERED' then s.now + interval '20 days' + interval '1 minute' * rig.below(30000, p.n, 38) end,
           case when p.partner is not null and not p.by_partner then p.offered end, case when p.taken then p.answered end,
           case when p.status in ('WON', 'LOST', 'CANCELED') then p.ended end, case when p.status in ('WON', 'LOST') then p.ended::date end,
           case when p.taken then p.created::date + 60 + rig.below(400, p.n, 35) end, case when p.status in ('LOST', 'DECLINED', 'RETURNED') then 'PRICE' end, p.created,
           case when p.status in ('NEW', 'POOL', 'PENDING_APPROVAL') then p.created when p.status = 'DELIVERED' then p.offered when p.status in ('ACCEPTED', 'ON_HOLD', 'DECLINED') then p.answered else p.ended end, 1
      from rig.size s cross join rig.plan p
     cross join lateral (select round((500 * power(10, rig.below(1000000, p.n, 39) / 333333.0))::numeric, 2) as value) v
      join rig.text situation on situation.n = rig.below(10000, p.n, 40)
      join rig.text need on need.n = rig.below(10000, p.n, 41)
      join rig.text solution on solution.n = rig.below(10000, p.n, 42)
     order by p.n;
insert into opportunity_contact select id, rig.id('contact', customer) from rig.plan;
insert into opportunity_product_line select id, rig.id('product line', 1 + rig.below(12, n, 43)) from rig.plan;
insert into opportunity_competency select id, rig.id('competency', 1 + rig.below(20, n, 44)) from rig.plan where n % 5 = 0;
select setval('opportunity_number', opportunities + 1) from rig.size;

-- step: offers, collaborations
-- The other partner of a collaboration is the next one.
create table rig.second as select p.*, 1 + p.partner % s.busy as other from rig.plan p, rig.size s where p.shared;
insert into distribution (id, opportunity_id, partner_id, status, collaboration_id, delivered_by, delivered_at, answer_by, answered_by, answered_at, ended_at, reason_code, version)
    select rig.id('offer', p.n, p.offered), p.id, p.company,
           case when p.status in ('ACCEPTED', 'ON_HOLD') then 'ACCEPTED' when p.status in ('WON', 'LOST') then 'COMPLETED' else p.status end, p.collaboration,
           p.manager, p.offered, case when p.status = 'DELIVERED' then s.now + interval '20 days' + interval '1 minute' * rig.below(30000, p.n, 38) else p.offered + interval '72 hours' end,
           case when p.status not in ('DELIVERED', 'EXPIRED') then p.users[2] end, case when p.status not in ('DELIVERED', 'EXPIRED') then p.answered end,
           case when p.status in ('DECLINED', 'EXPIRED') then p.answered when p.status in ('RETURNED', 'WON', 'LOST') then p.ended end, case when p.status = 'DECLINED' then 'PRICE' end, 1
      from rig.size s cross join rig.plan p
     where p.partner is not null and not p.by_partner
     order by p.n;
insert into distribution (id, opportunity_id, partner_id, status, collaboration_id, delivered_by, delivered_at, answer_by, answered_by, answered_at, version)
    select rig.id('second offer', n, offered), id, rig.id('partner', other), 'ACCEPTED', collaboration, manager, offered, offered + interval '72 hours', rig.partner_user(other, 2), answered, 1
      from rig.second;
insert into collaborator (id, opportunity_id, collaboration_id, partner_id, distribution_id, lead, joined_at, version)
    select rig.id('collaborator', n, created), id, collaboration, company, rig.id('offer', n, offered), true, answered, 1 from rig.second
    union all
    select rig.id('second collaborator', n, created), id, collaboration, rig.id('partner', other), rig.id('second offer', n, offered), false, answered, 1 from rig.second;
insert into customer_partner select rig.id('customer', customer), company, min(answered) from rig.plan where taken or by_partner group by customer, company;
insert into customer_partner select rig.id('customer', customer), rig.id('partner', other), min(answered) from rig.second group by customer, other on conflict do nothing;

-- step: deal registrations
insert into deal_registration (id, number, opportunity_id, topic, customer_id, customer_name, partner_id, status, submitted_by, submitted_at, decide_by, decided_by, decided_at, exclusive_from, exclusive_until, version)
    select rig.id('registration', p.n, p.created), 'REG-' || lpad(p.n::text, 8, '0'), p.id, o.topic, o.customer_id, c.name, o.partner_id, x.status, p.assignee, p.created, s.now + interval '9 days',
           case when x.status <> 'SUBMITTED' then p.manager end, case when x.status <> 'SUBMITTED' then p.created + interval '1 hour' end,
           case when x.status <> 'SUBMITTED' then p.created + interval '1 hour' end,
           case when x.status = 'APPROVED' then s.now + interval '1 day' * (30 + p.n % 200) when x.status = 'CLOSED' then greatest(p.ended, p.created + interval '2 hours') end, 1
      from rig.size s
     cross join (select distinct on (customer) * from rig.plan where by_partner and taken order by customer, n) p
     cross join lateral (select case when p.status in ('WON', 'LOST') then 'CLOSED' when p.n % 10 < 8 then 'APPROVED' else 'SUBMITTED' end as status) x
      join opportunity o on o.id = p.id join customer c on c.id = o.customer_id;
-- The trigger that copies customer and time of exclusivity rests, too.
insert into deal_registration_product_line (registration_id, product_line_id, customer_id, exclusive)
    select r.id, l.product_line_id, r.customer_id, case when r.exclusive_from is not null then tstzrange(r.exclusive_from, r.exclusive_until) end
      from deal_registration r join opportunity_product_line l using (opportunity_id);
select setval('deal_registration_number', opportunities + 1) from rig.size;

-- step: events
insert into opportunity_event (id, opportunity_id, kind, actor_id, partner_id, collaboration_id, by_partner, details, at)
    select rig.id(e.kind, p.n, e.at), p.id, e.kind, e.actor, case when e.kind = 'CREATED' and not p.by_partner then null else p.company end,
           p.collaboration, e.partners, e.details, e.at
      from rig.plan p
     cross join lateral (
           select 'CREATED' as kind, case when p.by_partner then p.assignee else p.manager end as actor, p.by_partner as partners, '{}'::jsonb as details, p.created as at
           union all
           select 'DELIVERED', p.manager, false, jsonb_build_object('with', jsonb_build_object('id', p.company, 'name', 'Partner ' || lpad(p.partner::text, 4, '0'))), p.offered
            where p.partner is not null and not p.by_partner
           union all
           select case when p.status in ('DECLINED', 'EXPIRED') then p.status else 'ACCEPTED' end, case when p.status <> 'EXPIRED' then p.users[2] end, p.status <> 'EXPIRED',
                  case when p.status = 'DECLINED' then '{"reasonCode": "PRICE"}'::jsonb else '{}' end, p.answered
            where p.partner is not null and not p.by_partner and p.status <> 'DELIVERED'
           union all
           select 'PHASE_CHANGED', p.assignee, true, '{"from": "PROSPECT", "to": "CONTACTING"}', p.answered + (p.ended - p.answered) / 2 where p.taken
           union all
           select p.status, case when p.status = 'CANCELED' then p.manager else p.assignee end, p.status <> 'CANCELED', '{}', p.ended where p.status in ('WON', 'LOST', 'RETURNED', 'CANCELED')) e
     order by p.n;

-- step: notes
-- They arrive in the order of time, each for one of the opportunities of the weeks before; neighbors on disk belong to different opportunities.
insert into note (id, opportunity_id, collaboration_id, author_id, partner_id, visibility, text, by_partner, created_at, version)
    select rig.id('note', g.n, at), p.id, p.collaboration,
           case when theirs then p.users[1 + rig.below(4, g.n, 51)] else p.manager end, case when p.taken then p.company end,
           case when not theirs and rig.below(5, g.n, 52) = 0 then 'STAFF' else 'EVERYONE' end, t.body, theirs, at, 0
      from rig.size s
     cross join generate_series(1, s.notes) g (n)
     cross join lateral (select (g.n + ${notes} - 1) / ${notes} as place) a
     cross join lateral (select rig.created_at(place / s.opportunities::double precision, s.now) + interval '1 second' * rig.below(600, g.n, 53) as at) b
      join rig.plan p on p.n = 1 + abs(place - 1 - rig.below(greatest(20, s.opportunities / 20), g.n, 54))
      join rig.text t on t.n = rig.below(10000, g.n, 55)
     cross join lateral (select p.taken and rig.below(10, g.n, 56) < 6 as theirs) w;

-- step: indexes
do $$
declare
    aside record;
begin
    for aside in select definition from rig.index where not listed loop
        execute aside.definition;
    end loop;
end $$;
analyze;

-- step: listed opportunities
do $$
declare
    columns text := (select string_agg(column_name, ', ') from information_schema.columns where table_schema = 'public' and table_name = 'opportunity_as_listed');
begin
    execute format('insert into listed_opportunity (%1$s, alert, alert_changes_at)
        select %1$s, alert_of(s.status, s.active_at, s.accepted_at, s.due_on, now(), p.time_zone, p.stalled_after_days, p.new_after_hours),
               alert_changes_at(s.status, s.active_at, s.accepted_at, s.due_on, now(), p.time_zone, p.stalled_after_days, p.new_after_hours)
          from opportunity_as_listed s cross join (select time_zone, stalled_after_days, new_after_hours from policy) p', columns);
end $$;
do $$
declare
    aside record;
begin
    for aside in select definition from rig.index where listed loop
        execute aside.definition;
    end loop;
end $$;

-- step: totals
select count(correct_opportunity_totals(array[v.viewer_id], null)) from (select distinct viewer_id from listed_opportunity) v;
select add_opportunity_totals(2000000000);

-- step: searched opportunities
create table rig.search_index as select indexdef as definition from pg_indexes where schemaname = 'public' and indexname = 'searched_opportunity_idx';
drop index searched_opportunity_idx;
insert into searched_opportunity select s.* from opportunity_as_searched s;
do $$
begin
    execute (select definition from rig.search_index);
end $$;

-- step: foreign keys
-- Every row refers to rows that exist: the same question that a foreign key asks, for all rows at once.
do $$
declare
    key record;
    missing bigint;
begin
    for key in select c.conname, c.conrelid::regclass as child, a.attname as column, c.confrelid::regclass as parent, b.attname as target
                 from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
                where c.contype = 'f' and c.connamespace = 'public'::regnamespace and cardinality(c.conkey) = 1 loop
        execute format('select count(*) from %s x where x.%I is not null and not exists (select from %s y where y.%I = x.%I)', key.child, key.column, key.parent, key.target, key.column) into missing;
        if missing > 0 then
            raise exception '% rows break the foreign key %', missing, key.conname;
        end if;
    end loop;
end $$;

-- step: statistics
set session_replication_role = origin;
select compute_partner_statistics(1000000);
drop table rig.plan, rig.draft, rig.company, rig.staff_user, rig.second, rig.text, rig.index, rig.search_index;
