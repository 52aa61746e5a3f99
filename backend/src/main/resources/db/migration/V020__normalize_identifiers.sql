-- Identifiers of companies have one form each: platform/Identifiers.java and WebDomains.java.

create function pg_temp.registry_code(code text) returns text language sql return
    nullif(upper(regexp_replace(code, '[[:space:]\u00a0\u2000-\u200a\u202f\u3000]+', '', 'g')), '');
-- The prefix is added where the number has the length of the country's numbers.
create function pg_temp.vat_number(number text, country text) returns text language sql return
    (select case when plain ~ case country when 'EE' then '^\d{9}$' when 'LV' then '^\d{11}$' when 'LT' then '^(\d{9}|\d{12})$' when 'FI' then '^\d{8}$' else '^$' end
                 then country || plain else plain end
       from (select nullif(regexp_replace(upper(number), '[^0-9A-Z]+', '', 'g'), '') as plain) x);
create function pg_temp.web_domain(domain text) returns text language sql return
    (select case when plain ~ '^[^\s/:@?#]+(\.[^\s/:@?#]+)+$' then regexp_replace(plain, '^www\.(.+\..+)$', '\1') end
       from (select lower(btrim(domain)) as plain) x);

-- The triggers of the tables may be those of an older version, so they do not run, and this records the changes. R__61 lists all opportunities again.
create function pg_temp.record(thing text, id uuid, old_line jsonb, new_line jsonb) returns void language plpgsql as $$
declare
    event_id bigint := nextval('audit_event_id_seq');
    event_at timestamptz := clock_timestamp();
begin
    insert into audit_event (id, at, kind, side, trace_id, thing, thing_id, operation, before, after)
    values (event_id, event_at, 'CHANGE', caller_side(), '', thing, id::text, 'UPDATE', old_line, new_line);
    insert into audit_unsealed (event_id, event_at) values (event_id, event_at);
end $$;

-- Of records that would get one registry code, the one that has it already keeps it, otherwise the oldest. The audit log keeps what the others had.
create temporary table identifiers on commit drop as
select 'customer' as thing, x.id, x.registry_code, x.vat_number, x.web_domain,
       case when row_number() over (partition by x.country, x.brought_by, x.code order by x.registry_code = x.code desc, x.id) = 1 then x.code end as new_code,
       pg_temp.vat_number(x.vat_number, x.country) as new_number, pg_temp.web_domain(x.web_domain) as new_domain
  from (select c.*, pg_temp.registry_code(c.registry_code) as code from customer c) x
 union all
select 'partner', x.id, x.registry_code, x.vat_number, x.web_domain,
       case when row_number() over (partition by x.country, x.code order by x.registry_code = x.code desc, x.id) = 1 then x.code end,
       pg_temp.vat_number(x.vat_number, x.country), pg_temp.web_domain(x.web_domain)
  from (select p.*, pg_temp.registry_code(p.registry_code) as code from partner p) x;
delete from identifiers i where (i.registry_code, i.vat_number, i.web_domain) is not distinct from (i.new_code, i.new_number, i.new_domain);
alter table customer disable trigger user;
alter table partner disable trigger user;
select pg_temp.record(i.thing, i.id, jsonb_build_object('registry_code', i.registry_code, 'vat_number', i.vat_number, 'web_domain', i.web_domain),
                      jsonb_build_object('registry_code', i.new_code, 'vat_number', i.new_number, 'web_domain', i.new_domain)) from identifiers i;
-- First those that lose their code, because it is unique.
update customer c set registry_code = null from identifiers i where i.thing = 'customer' and i.id = c.id and i.new_code is null;
update partner p set registry_code = null from identifiers i where i.thing = 'partner' and i.id = p.id and i.new_code is null;
update customer c set registry_code = i.new_code, vat_number = i.new_number, web_domain = i.new_domain, version = version + 1
  from identifiers i where i.thing = 'customer' and i.id = c.id;
update partner p set registry_code = i.new_code, vat_number = i.new_number, web_domain = i.new_domain, version = version + 1
  from identifiers i where i.thing = 'partner' and i.id = p.id;
alter table customer enable trigger user;
alter table partner enable trigger user;

alter table customer
    add constraint customer_registry_code_check check (registry_code ~ '^\S+$' and registry_code = upper(registry_code)),
    add constraint customer_vat_number_check check (vat_number ~ '^[0-9A-Z]+$'),
    add constraint customer_web_domain_check check (web_domain ~ '^[^\s/:@?#]+(\.[^\s/:@?#]+)+$' and web_domain = lower(web_domain));
alter table partner
    add constraint partner_registry_code_check check (registry_code ~ '^\S+$' and registry_code = upper(registry_code)),
    add constraint partner_vat_number_check check (vat_number ~ '^[0-9A-Z]+$'),
    add constraint partner_web_domain_check check (web_domain ~ '^[^\s/:@?#]+(\.[^\s/:@?#]+)+$' and web_domain = lower(web_domain));
create index customer_vat_number_idx on customer (vat_number) where vat_number is not null;

-- Names are unique without regard to case. Of names that differ in case only, the newer ones get a number.
do $$
declare
    vocabulary text;
begin
    foreach vocabulary in array array['calendar', 'tier', 'territory', 'competency', 'industry', 'product_line', 'distribution_rule'] loop
        execute format('alter table %1$I drop constraint %1$s_name_key', vocabulary);
        execute format('alter table %I disable trigger user', vocabulary);
        execute format($rename$
            with twice as (
                select id, name, left(name, 95) || ' (' || place || ')' as new_name
                  from (select id, name, row_number() over (partition by lower(name collate "und-x-icu") order by id) as place from %1$I) x where place > 1),
            recorded as (
                select t.id, t.new_name, pg_temp.record(%1$L, t.id, jsonb_build_object('name', t.name), jsonb_build_object('name', t.new_name)) from twice t)
            update %1$I v set name = r.new_name from recorded r where r.id = v.id$rename$, vocabulary);
        execute format('alter table %I enable trigger user', vocabulary);
        execute format('create unique index %1$s_name_key on %1$I (lower(name collate "und-x-icu"))', vocabulary);
    end loop;
end $$;

-- Lists are sorted in the reader's language now: R__05_names.sql.
drop index customer_name_idx, customer_country_idx, customer_industry_idx, partner_name_idx, listed_opportunity_topic_idx, listed_opportunity_customer_idx,
           listed_opportunity_partner_idx;
