-- Which of these opportunities suit a partner that looks into the pool: it works in the territory or around it, has the competencies, and has
-- not declined it. Asked of all at once: a policy asks it each time that a partner reads opportunities.
create function pool_suiting(company uuid, among uuid[]) returns setof uuid language plpgsql stable strict set plan_cache_mode = force_generic_plan as $$
begin
    return query
        with recursive inside (id) as (
            select t.territory_id from partner_territory t where t.partner_id = company
            union
            select t.id from inside i join territory t on t.parent_id = i.id)
        select o.id from opportunity o
         where o.id = any (among) and exists (select from partner p where p.id = company and p.status = 'ACTIVE')
           and (o.territory_id is null or o.territory_id in (select i.id from inside i))
           and not exists (select from opportunity_competency n where n.opportunity_id = o.id
                              and n.competency_id not in (select h.competency_id from partner_competency h where h.partner_id = company))
           and not exists (select from distribution d where d.opportunity_id = o.id and d.partner_id = company and d.status = 'DECLINED');
end $$;
create or replace function pool_suits(pooled uuid, company uuid) returns boolean language plpgsql stable strict as $$
begin
    return pooled in (select pool_suiting(company, array[pooled]));
end $$;
create or replace function pool_of_mine() returns setof uuid language plpgsql stable as $$
declare
    before text := asking('sild.side', 'SYSTEM');
    company uuid := nullif(current_setting('sild.partner', true), '')::uuid;
begin
    if company is not null and coalesce(current_setting('sild.seller', true), '') <> 'yes' then
        return query select pool_suiting(company, array(select o.id from opportunity o where o.status = 'POOL'));
    end if;
    perform asking('sild.side', before);
end $$;
