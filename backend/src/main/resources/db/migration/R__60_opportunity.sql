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

-- The pool of the caller's partner. Sellers have none.
create or replace function pool_of_mine() returns setof uuid language plpgsql stable security definer set search_path from current as $$
begin
    if caller_partner() is not null and not caller_is_seller() then
        return query select pool_suiting(caller_partner(), array(select o.id from opportunity o where o.status = 'POOL'));
    end if;
end $$;

-- Which of these opportunities the pool offers to a partner: the partner is active, works in the territory or in one that contains it, has
-- the competencies, and has not declined the opportunity. It takes all opportunities together, because a policy calls it each time that a
-- partner reads opportunities, and keeps one plan.
create or replace function pool_suiting(company uuid, among uuid[]) returns setof uuid language plpgsql stable strict set plan_cache_mode = force_generic_plan as $$
begin
    return query
        with recursive inside (id) as (
            select t.territory_id from partner_territory t where t.partner_id = company
            union
            select t.id from inside i join territory t on t.parent_id = i.id)
        select o.id from opportunity o
         where o.id = any (among) and exists (select from partner p where p.id = company and is_active_partner(p.status))
           and (o.territory_id is null or o.territory_id in (select i.id from inside i))
           and not exists (select from opportunity_competency n where n.opportunity_id = o.id
                              and n.competency_id not in (select h.competency_id from partner_competency h where h.partner_id = company))
           and not exists (select from distribution d where d.opportunity_id = o.id and d.partner_id = company and d.status = 'DECLINED');
end $$;
create or replace function pool_suits(pooled uuid, company uuid) returns boolean language plpgsql stable strict as $$
begin
    return pooled in (select pool_suiting(company, array[pooled]));
end $$;
-- All opportunities that the pool offers to a partner now.
create or replace function pool_open_to(company uuid) returns uuid[] language plpgsql stable strict as $$
begin
    return array(select pool_suiting(company, array(select o.id from opportunity o where o.status = 'POOL')));
end $$;
-- Whether the pool offers an opportunity to a partner now.
create or replace function pool_is_open_to(pooled uuid, company uuid) returns boolean language plpgsql stable strict as $$
begin
    return exists (select from opportunity o where o.id = pooled and o.status = 'POOL') and pool_suits(pooled, company);
end $$;
-- Whether a partner is too late because another one has taken the opportunity from the pool.
create or replace function pool_was_open_to(pooled uuid, company uuid) returns boolean language plpgsql stable strict as $$
begin
    return exists (select from distribution d where d.opportunity_id = pooled and d.status = 'ACCEPTED' and not d.asked and d.delivered_by is null)
       and pool_suits(pooled, company);
end $$;
-- When a user of a partner was last active on an opportunity; the time of acceptance if never.
create or replace function partner_active_at(which uuid, accepted timestamptz) returns timestamptz language sql stable
    return greatest(accepted, (select max(e.at) from opportunity_event e where e.opportunity_id = which and e.by_partner),
                    (select max(n.created_at) from note n where n.opportunity_id = which and n.by_partner));
-- Why an opportunity needs attention. OVERDUE: past its due date. STALLED: no activity for long. NEW: no activity since it was accepted.
-- With the terms of the policy as arguments it is an expression, which PostgreSQL evaluates in the query of many rows without a call.
create or replace function alert_of(status text, active timestamptz, accepted timestamptz, due_on date, at timestamptz,
                                    stalled_after_days int, new_after_hours int) returns text language sql stable
    return case when not is_worked(status) then null
                when due_on < (at at time zone 'UTC')::date then 'OVERDUE'
                when status = 'ON_HOLD' then null
                when active <= at - make_interval(hours => 24 * stalled_after_days) then 'STALLED'
                when active <= accepted and accepted <= at - make_interval(hours => new_after_hours) then 'NEW' end;
create or replace function alert_of(status text, active timestamptz, accepted timestamptz, due_on date, at timestamptz) returns text language sql stable
    return (select alert_of(status, active, accepted, due_on, at, p.stalled_after_days, p.new_after_hours) from policy p);
-- When alert_of changes next if nothing happens before; null for never.
create or replace function alert_changes_at(status text, active timestamptz, accepted timestamptz, due_on date, at timestamptz,
                                            stalled_after_days int, new_after_hours int) returns timestamptz language sql stable
    return case when is_worked(status) and coalesce(due_on >= (at at time zone 'UTC')::date, true)
                then least((due_on + 1)::timestamp at time zone 'UTC',
                           case when status <> 'ON_HOLD' and active > at - make_interval(hours => 24 * stalled_after_days)
                                then active + make_interval(hours => 24 * stalled_after_days) end,
                           case when status <> 'ON_HOLD' and active <= accepted and accepted > at - make_interval(hours => new_after_hours)
                                then accepted + make_interval(hours => new_after_hours) end) end;
-- Whether an alert has been raised since its cause.
create or replace function is_alerted(which uuid, alert text, since timestamptz) returns boolean language sql stable
    return exists (select from opportunity_event e
                    where e.opportunity_id = which and e.kind = 'ALERTED' and e.details ->> 'reasonCode' = alert and e.at >= since);
