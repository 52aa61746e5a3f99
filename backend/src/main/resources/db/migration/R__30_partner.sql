-- Whether a partner in this status takes part: its users may sign in, and it may take opportunities. PartnerStatus has the same rule.
create or replace function is_active_partner(status text) returns boolean
    language sql immutable parallel safe
    return status = 'ACTIVE';

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

-- Moves the references of partners from one entry of a vocabulary to another. They decide about new opportunities.
create or replace function move_entries_of_partners(vocabulary text, kept uuid, gone uuid, at timestamptz) returns void language plpgsql as $$
begin
    case vocabulary
        when 'TIER' then
            update partner set tier_id = kept, version = version + 1, updated_at = at where tier_id = gone;
        when 'TERRITORY' then
            update partner_territory x set territory_id = kept
             where territory_id = gone and not exists (select from partner_territory y where y.partner_id = x.partner_id and y.territory_id = kept);
            delete from partner_territory where territory_id = gone;
        when 'COMPETENCY' then
            update partner_competency x set competency_id = kept
             where competency_id = gone and not exists (select from partner_competency y where y.partner_id = x.partner_id and y.competency_id = kept);
            delete from partner_competency where competency_id = gone;
        else
            null;
    end case;
end $$;
