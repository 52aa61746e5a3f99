-- The name of the customer of a visible offer, for partners that do not know the customer yet. It runs as the owner and checks the caller
-- itself.
create or replace function offered_customer_name(customer_of_offer uuid) returns text
    language plpgsql stable strict security definer set search_path from current as $$
begin
    return (select c.name from customer c
             where c.id = customer_of_offer
               and (caller_side() in ('SYSTEM', 'VENDOR')
                    or exists (select from customer_partner a where a.customer_id = c.id and a.partner_id = caller_partner())
                    or exists (select from opportunity o
                                where o.customer_id = c.id
                                  and (o.partner_id = caller_partner()
                                       or exists (select from collaborator m where m.opportunity_id = o.id and m.partner_id = caller_partner())
                                       or (o.status = 'POOL' and o.id in (select pool_of_mine()))))));
end $$;

-- Whether the caller's partner works on an opportunity that names a contact. In a policy, this condition took 6 ms to plan in every
-- statement about contacts, and 0.1 ms to run. A function in PL/pgSQL is planned once per connection. It runs as the caller, so row-level
-- security still applies in it.
create or replace function works_with_contact(contact uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from opportunity_contact x join opportunity o on o.id = x.opportunity_id
                    where x.contact_id = contact
                      and ((o.partner_id = caller_partner() and o.status not in ('DELIVERED', 'POOL'))
                           or exists (select from collaborator c
                                       where c.opportunity_id = o.id and c.partner_id = caller_partner() and c.joined_at is not null)));
end $$;

-- Customers that may be the same company, what they have in common, and how similar they are, from 0 to 1. Row-level security checks each
-- row before a condition that PostgreSQL does not trust to keep it secret, such as the similarity of names, so every customer was read.
-- This search therefore runs as the owner, who may read all customers. It checks the caller itself and returns only IDs.
-- The domains are those that identify the company, its own first: platform/WebDomains.java.
drop function if exists same_companies(text, text, text, text, text, real);
create or replace function same_companies(its_country text, code text, vat text, domains text[], its_name text, at_least real)
    returns table (customer_id uuid, by text, likeness real) language plpgsql stable security definer set search_path from current as $$
declare
    before text := current_setting('pg_trgm.similarity_threshold', true);
    its_key text := company_key(its_name);
begin
    if caller_side() not in ('SYSTEM', 'VENDOR') then
        raise insufficient_privilege using message = 'Which customers there are is not the caller''s to know';
    end if;
    perform set_config('pg_trgm.similarity_threshold', at_least::text, true);
    return query
        select c.id, 'REGISTRY_CODE', 1::real from customer c where identifier_key(c.registry_code) = identifier_key(code) and c.country = its_country
        union all
        select c.id, 'VAT_NUMBER', 1::real from customer c where vat_key(c.country, c.vat_number) = vat_key(its_country, vat)
        union all
        select c.id, 'WEB_DOMAIN', 1::real from customer c
         where c.web_domain = any (domains)
        union all
        select c.id, 'WEB_DOMAIN', 1::real from customer c
         where reverse(c.web_domain) collate "C" > reverse(domains[1]) || '.' and reverse(c.web_domain) collate "C" < reverse(domains[1]) || '/'
        union all
        select c.id, 'NAME', similarity(c.name_key, its_key) from customer c where c.name_key % its_key;
    perform set_config('pg_trgm.similarity_threshold', coalesce(nullif(before, ''), '0.3'), true);
end $$;

-- All records of the companies that these customers belong to, themselves included: records with the same registry code in a country, the
-- same VAT number, or of which staff have said that they are one company. Records that were merged are one. What is true of two records is
-- true of all that lead from one to the other.
create or replace function company_records(customers uuid[]) returns table (of_customer uuid, customer_id uuid) language sql stable
    begin atomic
        with recursive found (root, id) as (
            select c, c from unnest(customers) c
            union
            select f.root, n.id
              from found f
              join customer c on c.id = f.id
             cross join lateral (
                   select o.id from customer o where o.country = c.country and identifier_key(o.registry_code) = identifier_key(c.registry_code)
                   union all
                   select o.id from customer o where vat_key(o.country, o.vat_number) = vat_key(c.country, c.vat_number)
                   union all
                   select d.other_id from company_decision d where d.customer_id = c.id and d.same
                   union all
                   select d.customer_id from company_decision d where d.other_id = c.id and d.same) n)
        select root, id from found;
    end;

-- The key of the lock of a customer's company. Who grants exclusivity for the company holds it alone, and who gives an opportunity to a
-- partner shares it: what the one has checked then holds until its transaction ends.
create or replace function company_lock_key(customer uuid) returns bigint language sql stable
    return (select hashtextextended('exclusivity ' || min(k.customer_id::text), 0) from company_records(array[customer]) k);

-- Takes the lock of a customer's company, alone or shared. Records that become one company meanwhile have another lock, which it takes too.
create or replace function lock_company(customer uuid, alone boolean) returns void language plpgsql as $$
declare
    taken bigint;
    key bigint := company_lock_key(customer);
begin
    while key is distinct from taken loop
        if alone then
            perform pg_advisory_xact_lock(key);
        else
            perform pg_advisory_xact_lock_shared(key);
        end if;
        taken := key;
        key := company_lock_key(customer);
    end loop;
end $$;

-- Takes the locks of all companies that these records may have been before they became one, in their order. Nobody then gets exclusivity
-- for one of them without seeing that of the others.
create or replace function lock_records_of_companies(customers uuid[]) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('exclusivity ' || x.id, 0))
       from (select distinct k.customer_id::text as id from company_records(customers) k order by 1) x;
end $$;

-- Records that become one company by an identifier or a decision: not if two partners have exclusivity for one of its product lines then. It
-- runs as the owner, because a partner does not see all records.
create or replace function lock_joined_companies() returns trigger language plpgsql security definer set search_path from current as $$
declare
    joined uuid := (to_jsonb(new) ->> case tg_table_name when 'company_decision' then 'customer_id' else 'id' end)::uuid;
begin
    perform lock_records_of_companies(array[joined]);
    if exists (select from company_records(array[joined]) k
                 join deal_registration r on r.customer_id = k.customer_id and r.status = 'APPROVED' and r.exclusive_until > now()
                 join deal_registration_product_line x on x.registration_id = r.id
                group by x.product_line_id having count(distinct r.partner_id) > 1) then
        raise exception 'violates exclusion constraint "company_with_one_holder"' using errcode = 'exclusion_violation', constraint = 'company_with_one_holder';
    end if;
    return null;
end $$;

-- How many opportunities and registrations a customer has.
create or replace function customer_usage(which uuid, out opportunities bigint, out registrations bigint) language sql stable
    return row ((select count(*) from opportunity o where o.customer_id = which),
                (select count(*) from deal_registration r where r.customer_id = which));

-- A product line for which both customers have exclusive registrations, with the numbers of the two; no row if there is none.
create or replace function both_exclusive(kept uuid, gone uuid, at timestamptz) returns table (line text, one text, other text)
    language sql stable
    begin atomic
        select l.name, a.number, b.number
          from deal_registration a
          join deal_registration b on b.status = 'APPROVED' and b.exclusive_until > at
          join deal_registration_product_line x on x.registration_id = a.id
          join deal_registration_product_line y on y.registration_id = b.id and y.product_line_id = x.product_line_id
          join product_line l on l.id = x.product_line_id
         where a.customer_id = kept and b.customer_id = gone and a.status = 'APPROVED' and a.exclusive_until > at
         order by lower(l.name), a.number
         limit 1;
    end;

-- Locks the opportunities of two customers, in the order of their IDs.
create or replace function lock_opportunities_of(customers uuid[]) returns void language plpgsql as $$
begin
    perform from opportunity o where o.customer_id = any (customers) order by o.id for update;
end $$;

-- Moves everything of one customer to another. The exclusion constraint fails if both are exclusive at the same time.
create or replace function merge_customers(gone uuid, kept uuid, at timestamptz) returns void language plpgsql as $$
declare
    all_of_gone uuid[] := array(select a.partner_id from customer_partner a where a.customer_id = gone order by 1);
    all_of_kept uuid[] := array(select a.partner_id from customer_partner a where a.customer_id = kept order by 1);
begin
    update deal_registration_product_line x set before_merge = true where x.customer_id in (gone, kept) and upper(x.exclusive) <= at;
    update customer_contact c set known_to = all_of_kept, version = version + 1 where c.customer_id = kept and c.known_to is null and not all_of_gone <@ all_of_kept;
    update customer_contact c
       set known_to = case when c.known_to is null and not all_of_kept <@ all_of_gone then all_of_gone else c.known_to end, customer_id = kept, version = version + 1
     where c.customer_id = gone;
    insert into customer_partner (customer_id, partner_id, since)
    select kept, a.partner_id, a.since from customer_partner a where a.customer_id = gone
        on conflict (customer_id, partner_id) do update set since = least(customer_partner.since, excluded.since);
    update opportunity o set customer_id = kept, version = version + 1 where o.customer_id = gone;
    update deal_registration r set customer_id = kept, version = version + 1 where r.customer_id = gone;
    update customer_alias a set customer_id = kept where a.customer_id = gone;
    -- What staff have decided about the record that goes is true of the one that stays. That two records are one company is stronger.
    insert into company_decision (customer_id, other_id, same, decided_by, decided_at)
    select distinct on (least(kept, x.id), greatest(kept, x.id)) least(kept, x.id), greatest(kept, x.id), d.same, d.decided_by, d.decided_at
      from company_decision d cross join lateral (select case when d.customer_id = gone then d.other_id else d.customer_id end) x (id)
     where gone in (d.customer_id, d.other_id) and x.id <> kept
        on conflict (customer_id, other_id) do update set same = company_decision.same or excluded.same;
    delete from company_decision d where gone in (d.customer_id, d.other_id);
    delete from customer_partner a where a.customer_id = gone;
end $$;

-- Lets a partner see a customer from now on. Returns whether it did not see it before.
create or replace function grant_customer_access(customer uuid, company uuid, at timestamptz) returns boolean language plpgsql as $$
begin
    insert into customer_partner (customer_id, partner_id, since) values (customer, company, at) on conflict do nothing;
    return found;
end $$;

-- Examines the next customers after one of them, at most so many, and moves their references from one entry of a vocabulary to another. Returns the
-- last one, how many there were, and how many referred to the entry that goes.
create or replace function move_entries_of_customers(vocabulary text, kept uuid, gone uuid, after uuid, most int, out last uuid, out examined int, out moved int)
    language plpgsql as $$
begin
    select max(x.id::text)::uuid, count(*) into last, examined from (select id from customer where id > after order by id limit most) x;
    update customer c set industry_id = kept where vocabulary = 'INDUSTRY' and c.id > after and c.id <= last and c.industry_id = gone;
    get diagnostics moved = row_count;
end $$;
