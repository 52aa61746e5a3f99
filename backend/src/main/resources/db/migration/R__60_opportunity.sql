-- Which opportunities a partner's user sees outside the pool. Opportunities.isVisible has the same rule; VisibilityTest compares them.
-- Both functions take columns and have no subquery, so PostgreSQL inlines them into policies and lists and can use indexes. For the same
-- reason they use each parameter that describes the viewer once.
--
-- An opportunity of a single partner: administrators and managers see it from the offer on, sellers if it is assigned to them and accepted.
create or replace function sees_opportunity(partner_id uuid, collaboration_id uuid, partner_user_id uuid, status text,
                                            viewer_partner uuid, viewer_is_seller boolean, viewer uuid) returns boolean
    language sql immutable parallel safe
    return partner_id = viewer_partner and collaboration_id is null
           and (not viewer_is_seller or (partner_user_id = viewer and status <> 'DELIVERED'));
-- An opportunity of several partners, by the viewer's entry in it: sellers see it if it is assigned to them, which implies that the partner
-- has joined.
create or replace function sees_as_collaborator(partner_id uuid, partner_user_id uuid,
                                                viewer_partner uuid, viewer_is_seller boolean, viewer uuid) returns boolean
    language sql immutable parallel safe
    return partner_id = viewer_partner and (not viewer_is_seller or partner_user_id = viewer);

-- The following functions run as the owner and check the caller themselves.
--
-- The topic of an opportunity that the caller's partner was once offered, for the list of offers.
create or replace function offered_topic(offered uuid) returns text language plpgsql stable strict security definer set search_path from current as $$
begin
    return (select topic from opportunity o
             where o.id = offered
               and exists (select from distribution d where d.opportunity_id = o.id and d.partner_id = caller_partner()));
end $$;

-- Whether the caller works in a collaboration, or is the vendor or the system.
create or replace function is_of_collaboration(which uuid) returns boolean language plpgsql stable security definer set search_path from current as $$
begin
    return caller_side() in ('VENDOR', 'SYSTEM')
        or exists (select from collaborator c where c.collaboration_id = which and c.partner_id = caller_partner() and c.joined_at is not null);
end $$;

-- The partners in a collaboration, the lead first. The vendor also sees partners that are asked to join.
create or replace function collaborators_of(which uuid)
    returns table (partner_id uuid, partner_name text, lead boolean, person_id uuid, person_name text, distribution_id uuid,
                   answer_by timestamptz, joined_at timestamptz)
    language plpgsql stable security definer set search_path from current as $$
begin
    if is_of_collaboration(which) then
        return query
            select c.partner_id, p.name, c.lead, c.partner_user_id, u.name, c.distribution_id, c.answer_by, c.joined_at
              from collaborator c join partner p on p.id = c.partner_id left join app_user u on u.id = c.partner_user_id
             where c.collaboration_id = which and (c.joined_at is not null or caller_side() = 'VENDOR')
             order by c.lead desc, c.joined_at nulls last, p.name;
    end if;
end $$;

create or replace function collaborator_names(which uuid) returns text language sql stable strict
    return (select string_agg(partner_name, E'\n') from collaborators_of(which) where joined_at is not null);

-- The name and the partner of a user who works with the caller's partner in a collaboration.
create or replace function colleague(person uuid) returns table (name text, partner_id uuid, partner_name text)
    language plpgsql stable strict security definer set search_path from current as $$
begin
    return query
        select u.name, p.id, p.name
          from app_user u join partner p on p.id = u.partner_id
         where u.id = person
           and exists (select from collaborator mine join collaborator theirs on theirs.collaboration_id = mine.collaboration_id
                        where mine.partner_id = caller_partner() and mine.joined_at is not null
                          and theirs.partner_id = u.partner_id and theirs.joined_at is not null);
end $$;

-- Exclusivity that protects the customers of these opportunities, on any record of the company, by another opportunity, for one of its
-- product lines; for all of them if it has none.
drop function if exists exclusive_partners(uuid);
create or replace function exclusive_partners(opportunities uuid[], at timestamptz) returns table (opportunity_id uuid, partner_id uuid, registration_id uuid)
    language sql stable
    begin atomic
        select o.id, r.partner_id, r.id
          from opportunity o
          join company_records(array(select distinct x.customer_id from opportunity x where x.id = any (opportunities))) c on c.of_customer = o.customer_id
          join deal_registration r on r.customer_id = c.customer_id
         where o.id = any (opportunities) and r.status = 'APPROVED' and r.exclusive_until > at and r.opportunity_id <> o.id
           and (not exists (select from opportunity_product_line n where n.opportunity_id = o.id)
                or exists (select from opportunity_product_line n join deal_registration_product_line x on x.product_line_id = n.product_line_id
                            where n.opportunity_id = o.id and x.registration_id = r.id));
    end;

-- Exclusivity that would protect the customer of an opportunity if a customer with a similar name, or the same web domain, were the same
-- company, which staff have not decided. The domains are those that identify the company: platform/WebDomains.java.
create or replace function similar_protections(which uuid, at timestamptz, alike real, domains text[])
    returns table (customer_id uuid, by text, likeness real, registration_id uuid, registration text, partner_id uuid, exclusive_until timestamptz)
    language plpgsql stable as $$
begin
    -- The search runs once, before the registrations are read.
    return query
        with its as materialized (
            select c.id, c.country, c.name from opportunity o join customer c on c.id = o.customer_id where o.id = which),
        alike_records as materialized (
            select f.customer_id, (array_agg(f.by order by f.likeness desc, f.by desc))[1] as by, max(f.likeness) as likeness
              from its cross join lateral same_companies(its.country, null, null, domains, its.name, alike) f group by f.customer_id),
        undecided as materialized (
            select m.customer_id, m.by, m.likeness
              from alike_records m cross join its
             where not exists (select from company_decision d
                                where d.customer_id = least(m.customer_id, its.id) and d.other_id = greatest(m.customer_id, its.id))
               and m.customer_id not in (select k.customer_id from company_records(array(select i.id from its i)) k))
        select u.customer_id, u.by, u.likeness, r.id, r.number, r.partner_id, r.exclusive_until
          from undecided u join deal_registration r on r.customer_id = u.customer_id
         where r.status = 'APPROVED' and r.exclusive_until > at and r.opportunity_id <> which
           and (not exists (select from opportunity_product_line n where n.opportunity_id = which)
                or exists (select from opportunity_product_line n join deal_registration_product_line x on x.product_line_id = n.product_line_id
                            where n.opportunity_id = which and x.registration_id = r.id));
end $$;
-- Whether there is such exclusivity of another partner than this one.
create or replace function is_similar_protected(which uuid, company uuid, at timestamptz, alike double precision, domains text[])
    returns boolean language sql stable
    return exists (select from similar_protections(which, at, alike::real, domains) s where s.partner_id <> company);

-- The one rule for who is eligible: which conditions (MatchingRule) exclude each of these partners from each of these opportunities; none
-- for a partner that may get it. Candidate.fulfils says the same for all partners at once; EligibilityTest compares them. It takes sets,
-- because a policy calls it for the whole pool. Reads rows that only staff see. The limit and the nested exists keep PostgreSQL from
-- computing the load and the territories of all partners for one.
create or replace function eligibility(opportunities uuid[], companies uuid[], at timestamptz)
    returns table (opportunity_id uuid, partner_id uuid, failed text[]) language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
    today date := (at at time zone (select p.time_zone from policy p))::date;
begin
    return query
        with recursive wanted as materialized (
            select o.id, o.territory_id, value_for_rules(o.estimated_value, o.currency, today) as value
              from opportunity o where o.id = any (opportunities)),
        around (territory_id, id) as (
            select distinct w.territory_id, w.territory_id from wanted w where w.territory_id is not null
            union
            select a.territory_id, t.parent_id from around a join territory t on t.id = a.id where t.parent_id is not null),
        exclusive as materialized (
            select distinct e.opportunity_id, e.partner_id from exclusive_partners(opportunities, at) e)
        select w.id, p.id, array_remove(array[
               case when not is_active_partner(p.status) or p.programme_until < today then 'IN_PROGRAMME' end,
               case when w.territory_id is not null
                         and not exists (select from around a
                                          where a.territory_id = w.territory_id
                                            and exists (select from partner_territory t where t.territory_id = a.id and t.partner_id = p.id))
                    then 'TERRITORY' end,
               case when exists (select from opportunity_competency n
                                  where n.opportunity_id = w.id
                                    and not exists (select from partner_competency h where h.partner_id = p.id and h.competency_id = n.competency_id))
                    then 'COMPETENCIES' end,
               case when w.value < p.revenue_from or w.value > p.revenue_to then 'REVENUE_BAND' end,
               case when p.capacity <= coalesce(l.open, 0) then 'CAPACITY' end,
               case when exists (select from distribution d where d.opportunity_id = w.id and d.partner_id = p.id
                                                              and d.status in ('DECLINED', 'EXPIRED', 'RETURNED')) then 'NOT_REFUSED' end,
               case when exists (select from exclusive e where e.opportunity_id = w.id and e.partner_id <> p.id) then 'NO_OTHER_REGISTRATION' end], null)
          from partner p
          left join lateral (select x.open from partner_load x where x.partner_id = p.id and p.capacity is not null limit 1) l on true
         cross join wanted w
         where p.id = any (companies);
end $$;

-- The conditions that exclude one partner from one opportunity, for queries in HQL: separated by commas, empty for none.
create or replace function eligibility_of(which uuid, company uuid, at timestamptz) returns text language sql stable
    return (select array_to_string(e.failed, ',') from eligibility(array[which], array[company], at) e);

-- Shares the lock of the company that an opportunity is about.
create or replace function share_company_lock(which uuid) returns boolean language plpgsql as $$
begin
    perform lock_company(o.customer_id, false) from opportunity o where o.id = which;
    return true;
end $$;

-- The conditions that exclude a partner from an opportunity that it was offered, except those that staff have overridden for the offer; null
-- if the offer is not the caller's to know. Shares the company's lock.
create or replace function offer_objections(offer uuid, at timestamptz) returns text[] language plpgsql strict security definer set search_path from current as $$
declare
    its distribution;
begin
    select d.* into its from distribution d
     where d.id = offer and (caller_side() in ('SYSTEM', 'VENDOR') or d.partner_id = caller_partner());
    if not found then
        return null;
    end if;
    perform share_company_lock(its.opportunity_id);
    return array(select f.rule
                   from eligibility(array[its.opportunity_id], array[its.partner_id], at) e cross join unnest(e.failed) f (rule)
                  where not exists (select from opportunity_event v
                                     where v.opportunity_id = its.opportunity_id and v.kind = 'ELIGIBILITY_OVERRIDDEN' and v.at >= its.delivered_at
                                       and v.details -> 'with' ->> 'id' = its.partner_id::text and v.details -> 'rules' ? f.rule));
end $$;

drop function if exists pool_suiting(uuid, uuid[]), pool_suits(uuid, uuid), pool_open_to(uuid), pool_is_open_to(uuid, uuid), pool_was_open_to(uuid, uuid);
-- The pool of the caller's partner. Sellers have none.
create or replace function pool_of_mine() returns setof uuid language plpgsql stable security definer set search_path from current as $$
begin
    if caller_partner() is not null and not caller_is_seller() then
        return query select unnest(pool_open_to(caller_partner(), now()));
    end if;
end $$;

-- All opportunities that the pool offers to a partner: those for which it is eligible. It runs as the owner, because a partner does not see
-- what others have registered. It checks the caller itself.
create or replace function pool_open_to(company uuid, at timestamptz) returns uuid[] language plpgsql stable strict security definer set search_path from current as $$
begin
    if caller_side() not in ('SYSTEM', 'VENDOR') and company is distinct from caller_partner() then
        return '{}';
    end if;
    return array(select e.opportunity_id
                   from eligibility(array(select o.id from opportunity o where o.status = 'POOL'), array[company], at) e
                  where e.failed = '{}');
end $$;

-- Whether the pool offers an opportunity to a partner now.
create or replace function pool_is_open_to(pooled uuid, company uuid, at timestamptz) returns boolean language plpgsql stable strict security definer set search_path from current as $$
begin
    return (caller_side() in ('SYSTEM', 'VENDOR') or company is not distinct from caller_partner())
           and exists (select from opportunity o where o.id = pooled and o.status = 'POOL')
           and exists (select from eligibility(array[pooled], array[company], at) e where e.failed = '{}');
end $$;

-- The conditions that exclude a partner from an opportunity in the pool; null if it is not in the pool or not the caller's to know. Locks
-- the claims of the partner, so that it does not take more together than its capacity allows, and shares the company's lock.
create or replace function pool_objections(pooled uuid, company uuid, at timestamptz) returns text[] language plpgsql strict security definer set search_path from current as $$
begin
    if caller_side() not in ('SYSTEM', 'VENDOR') and company is distinct from caller_partner() then
        return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('claims ' || company, 0));
    perform share_company_lock(pooled);
    return (select e.failed from eligibility(array[pooled], array[company], at) e join opportunity o on o.id = e.opportunity_id where o.status = 'POOL');
end $$;

-- Whether a partner is too late because another one has taken the opportunity from the pool.
create or replace function pool_was_open_to(pooled uuid, company uuid, at timestamptz) returns boolean language plpgsql stable strict as $$
begin
    return exists (select from distribution d where d.opportunity_id = pooled and d.status = 'ACCEPTED' and not d.asked and d.delivered_by is null)
       and exists (select from eligibility(array[pooled], array[company], at) e where e.failed = '{}');
end $$;
-- When a user of a partner was last active on an opportunity; the time of acceptance if never.
create or replace function partner_active_at(which uuid, accepted timestamptz) returns timestamptz language sql stable
    return greatest(accepted, (select max(e.at) from opportunity_event e where e.opportunity_id = which and e.by_partner),
                    (select max(n.created_at) from note n where n.opportunity_id = which and n.by_partner));
-- Why an opportunity needs attention. OVERDUE: past its due date. STALLED: no activity for long. NEW: no activity since it was accepted.
-- With the terms of the policy as arguments it is an expression, which PostgreSQL evaluates in the query of many rows without a call.
drop function if exists alert_of(text, timestamptz, timestamptz, date, timestamptz);
drop function if exists alert_of(text, timestamptz, timestamptz, date, timestamptz, int, int);
create or replace function alert_of(status text, active timestamptz, accepted timestamptz, due_on date, at timestamptz, zone text,
                                    stalled_after_days int, new_after_hours int) returns text language sql stable
    return case when not is_worked(status) then null
                when due_on < (at at time zone zone)::date then 'OVERDUE'
                when status = 'ON_HOLD' then null
                when active <= at - make_interval(hours => 24 * stalled_after_days) then 'STALLED'
                when active <= accepted and accepted <= at - make_interval(hours => new_after_hours) then 'NEW' end;
create or replace function alert_of(status text, active timestamptz, accepted timestamptz, due_on date, at timestamptz) returns text language sql stable
    return (select alert_of(status, active, accepted, due_on, at, p.time_zone, p.stalled_after_days, p.new_after_hours) from policy p);
-- When alert_of changes next if nothing happens before; null for never.
drop function if exists alert_changes_at(text, timestamptz, timestamptz, date, timestamptz, int, int);
create or replace function alert_changes_at(status text, active timestamptz, accepted timestamptz, due_on date, at timestamptz, zone text,
                                            stalled_after_days int, new_after_hours int) returns timestamptz language sql stable
    return case when is_worked(status) and coalesce(due_on >= (at at time zone zone)::date, true)
                then least((due_on + 1)::timestamp at time zone zone,
                           case when status <> 'ON_HOLD' and active > at - make_interval(hours => 24 * stalled_after_days)
                                then active + make_interval(hours => 24 * stalled_after_days) end,
                           case when status <> 'ON_HOLD' and active <= accepted and accepted > at - make_interval(hours => new_after_hours)
                                then accepted + make_interval(hours => new_after_hours) end) end;
-- Whether an alert has been raised since its cause.
create or replace function is_alerted(which uuid, alert text, since timestamptz) returns boolean language sql stable
    return exists (select from opportunity_event e
                    where e.opportunity_id = which and e.kind = 'ALERTED' and e.details ->> 'reasonCode' = alert and e.at >= since);

-- Examines the next opportunities after one of them, at most so many, and moves their references from one entry of a vocabulary to another. Returns the
-- last one, how many there were, and how many referred to the entry that goes.
create or replace function move_entries_of_opportunities(vocabulary text, kept uuid, gone uuid, after uuid, most int, out last uuid, out examined int, out moved int)
    language plpgsql as $$
begin
    select max(x.id::text)::uuid, count(*) into last, examined from (select id from opportunity where id > after order by id limit most) x;
    case vocabulary
        when 'TERRITORY' then
            update opportunity o set territory_id = kept where o.id > after and o.id <= last and o.territory_id = gone;
        when 'INDUSTRY' then
            update opportunity o set industry_id = kept where o.id > after and o.id <= last and o.industry_id = gone;
        when 'COMPETENCY' then
            insert into opportunity_competency (opportunity_id, competency_id)
            select x.opportunity_id, kept from opportunity_competency x where x.opportunity_id > after and x.opportunity_id <= last and x.competency_id = gone
                on conflict do nothing;
            delete from opportunity_competency x where x.opportunity_id > after and x.opportunity_id <= last and x.competency_id = gone;
        when 'PRODUCT_LINE' then
            insert into opportunity_product_line (opportunity_id, product_line_id)
            select x.opportunity_id, kept from opportunity_product_line x
             where x.opportunity_id > after and x.opportunity_id <= last and x.product_line_id = gone
                on conflict do nothing;
            delete from opportunity_product_line x where x.opportunity_id > after and x.opportunity_id <= last and x.product_line_id = gone;
    end case;
    get diagnostics moved = row_count;
end $$;
