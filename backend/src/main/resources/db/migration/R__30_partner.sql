-- Whether a partner in this status takes part: its users may sign in, and it may take opportunities. PartnerStatus has the same rule.
create or replace function is_active_partner(status text) returns boolean
    language sql immutable parallel safe
    return status = 'ACTIVE';

-- A territory and those that contain it, with the number of steps up.
create or replace function territories_around(territory uuid) returns table (id uuid, steps int) language sql stable
    begin atomic
        with recursive up (id, parent_id, steps) as (
            select t.id, t.parent_id, 0 from territory t where t.id = territories_around.territory
            union all
            select t.id, t.parent_id, up.steps + 1 from up join territory t on t.id = up.parent_id where up.steps < 20)
        select up.id, min(up.steps) from up group by up.id;
    end;

drop view if exists partner_load, partner_work, partner_response;

-- The opportunities that a partner has been offered, works on or has worked on: alone, or in a collaboration that it has joined.
create view partner_work (partner_id, opportunity_id, status, currency, actual_value, closed_on) with (security_invoker) as
    select o.partner_id, o.id, o.status, o.currency, o.actual_value, o.closed_on
      from opportunity o
     where o.collaboration_id is null and o.partner_id is not null
    union all
    select c.partner_id, o.id, o.status, o.currency, o.actual_value, o.closed_on
      from collaborator c join opportunity o on o.id = c.opportunity_id
     where c.joined_at is not null;

-- A partner's load: the number of opportunities that it works on now. A partner without any may have no row.
create view partner_load (partner_id, open) with (security_invoker) as
    select partner_id, sum(open)::bigint
      from (select partner_id, open from partner_total
            union all
            select viewer_id, count from opportunity_total_change
             where is_worked(status) and viewer_id <> '00000000-0000-0000-0000-000000000000') counted
     group by partner_id;

-- How a partner answers offers: the share that it accepts, and the average time in hours.
create view partner_response (partner_id, acceptance, hours) with (security_invoker) as
    select d.partner_id,
           count(*) filter (where d.answered_at is not null and d.status <> 'DECLINED') * 1.0
               / nullif(count(*) filter (where d.answered_at is not null or d.status = 'EXPIRED'), 0),
           avg(extract(epoch from d.answered_at - d.delivered_at)) filter (where d.answered_at is not null) / 3600
      from distribution d
     where d.asked
     group by d.partner_id;
