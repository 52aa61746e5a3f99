-- What matching looks at, what it decided, and how an opportunity goes on to the next partner.
alter table territory add column parent_id uuid constraint territory_parent_fkey references territory
    constraint territory_parent_check check (parent_id <> id);
alter table partner
    add column programme_until date,
    add column revenue_from numeric(19, 4) constraint partner_revenue_from_check check (revenue_from >= 0),
    add column revenue_to numeric(19, 4),
    add constraint partner_revenue_check check (revenue_to >= coalesce(revenue_from, 0));

create table matching_run (
    id              uuid primary key,
    opportunity_id  uuid not null constraint matching_run_opportunity_fkey references opportunity,
    partner_id      uuid not null constraint matching_run_partner_fkey references partner,
    method          text not null constraint matching_run_method_check check (method in ('PREFERRED', 'CASCADE', 'ROUND_ROBIN')),
    result          jsonb not null,
    decided_by      uuid constraint matching_run_decided_by_fkey references app_user,
    decided_at      timestamptz not null
);
create index matching_run_opportunity_idx on matching_run (opportunity_id);
create trigger matching_run_kept before update or delete on matching_run for each row execute function refuse_change();
create trigger audited after insert or update or delete on matching_run for each row execute function record_change('id');
alter table matching_run enable row level security;
alter table matching_run force row level security;
create policy the_system on matching_run using ((select caller_side()) = 'SYSTEM');
create policy the_vendor on matching_run using ((select caller_side()) = 'VENDOR');

alter table distribution add column matching_run_id uuid constraint distribution_matching_run_fkey references matching_run;
alter table opportunity
    add column method text constraint opportunity_method_check check (method in ('CASCADE', 'ROUND_ROBIN')),
    add column weights jsonb,
    add column exhausted boolean not null default false,
    add constraint opportunity_exhausted_check check (not exhausted or status in ('NEW', 'DECLINED', 'EXPIRED', 'RETURNED'));

-- How partners have done, for the scores; counted anew every few minutes from opportunities and offers, and never added to.
create table partner_standing (
    partner_id         uuid primary key constraint partner_standing_partner_fkey references partner,
    won                int not null,
    lost               int not null,
    answers            int not null,
    answer_share       double precision not null,
    last_delivered_at  timestamptz,
    counted_at         timestamptz not null
);
alter table partner_standing enable row level security;
alter table partner_standing force row level security;
create policy the_system on partner_standing using ((select caller_side()) = 'SYSTEM');
create policy the_vendor on partner_standing using ((select caller_side()) = 'VENDOR');

-- One instance at a time. Two years count; an answer counts by the share of the allowed time that it took, a missed one as all of it.
create function count_standing() returns void language plpgsql as $$
begin
    if pg_try_advisory_xact_lock(hashtext('partner standing')) then
        insert into partner_standing (partner_id, won, lost, answers, answer_share, last_delivered_at, counted_at)
        select p.id, coalesce(o.won, 0), coalesce(o.lost, 0), coalesce(d.answers, 0), coalesce(d.share, 0), d.last, now()
          from partner p
          left join (select w.partner_id, count(*) filter (where w.status = 'WON') as won, count(*) filter (where w.status = 'LOST') as lost
                       from opportunity w where w.status in ('WON', 'LOST') and w.closed_on > current_date - 730 group by w.partner_id) o on o.partner_id = p.id
          left join (select x.partner_id, max(x.delivered_at) as last,
                            count(*) filter (where x.counts) as answers,
                            sum(least(1, extract(epoch from coalesce(x.answered_at, x.answer_by) - x.delivered_at)
                                         / extract(epoch from x.answer_by - x.delivered_at))) filter (where x.counts) as share
                       from (select y.*, y.asked and (y.answered_at is not null or y.status = 'EXPIRED') and y.delivered_at > now() - interval '730 days' as counts
                               from distribution y) x
                      group by x.partner_id) d on d.partner_id = p.id
        on conflict (partner_id) do update set won = excluded.won, lost = excluded.lost, answers = excluded.answers,
            answer_share = excluded.answer_share, last_delivered_at = excluded.last_delivered_at, counted_at = excluded.counted_at
         where (partner_standing.won, partner_standing.lost, partner_standing.answers, partner_standing.answer_share, partner_standing.last_delivered_at)
               is distinct from (excluded.won, excluded.lost, excluded.answers, excluded.answer_share, excluded.last_delivered_at);
    end if;
end $$;
create index partner_territory_territory_idx on partner_territory (territory_id, partner_id);
create index partner_competency_competency_idx on partner_competency (competency_id, partner_id);
create index distribution_delivered_idx on distribution (delivered_at);
create index opportunity_worked_idx on opportunity (partner_id) include (id, status, partner_user_id, collaboration_id)
    where status in ('ACCEPTED', 'ON_HOLD');

-- A territory and those that it lies in, with the number of steps up.
create function territories_around(territory uuid) returns table (id uuid, steps int) language sql stable
    begin atomic
        with recursive up (id, parent_id, steps) as (
            select t.id, t.parent_id, 0 from territory t where t.id = territories_around.territory
            union all
            select t.id, t.parent_id, up.steps + 1 from up join territory t on t.id = up.parent_id where up.steps < 20)
        select up.id, min(up.steps) from up group by up.id;
    end;

-- Whether what lies or lay in the pool is for a partner: it works in the territory or around it, has the competencies, and has not declined it.
create function pool_suits(pooled uuid, company uuid) returns boolean language plpgsql stable strict as $$
begin
    return exists (
        select from opportunity o join partner p on p.id = company and p.status = 'ACTIVE'
         where o.id = pooled
           and (o.territory_id is null
                or exists (select from territories_around(o.territory_id) a join partner_territory t on t.territory_id = a.id and t.partner_id = company))
           and not exists (select from opportunity_competency n where n.opportunity_id = o.id
                              and n.competency_id not in (select h.competency_id from partner_competency h where h.partner_id = company))
           and not exists (select from distribution d where d.opportunity_id = o.id and d.partner_id = company and d.status = 'DECLINED'));
end $$;
create or replace function pool_is_open_to(pooled uuid, company uuid) returns boolean language plpgsql stable strict as $$
begin
    return exists (select from opportunity o where o.id = pooled and o.status = 'POOL') and pool_suits(pooled, company);
end $$;
-- Whether a partner comes too late for it: another one has taken it out of the pool.
create function pool_was_open_to(pooled uuid, company uuid) returns boolean language plpgsql stable strict as $$
begin
    return exists (select from distribution d where d.opportunity_id = pooled and d.status = 'ACCEPTED' and not d.asked and d.delivered_by is null)
       and pool_suits(pooled, company);
end $$;

-- What matching knows of every partner with regard to an opportunity. A function, so that it is planned once for each connection.
create function matching_facts(of_opportunity uuid, today date, lately timestamptz)
    returns table (id uuid, name text, tier_id uuid, tier text, height double precision, active boolean, programme_until date, placeless boolean,
                   steps int, required int, matched int, has int, value numeric, revenue_from numeric, revenue_to numeric, capacity int, open int,
                   refused boolean, managing boolean, won int, lost int, answers int, answer_share double precision, last_delivered_at timestamptz)
    language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
    o record;
    needs uuid[] := array(select n.competency_id from opportunity_competency n where n.opportunity_id = of_opportunity);
begin
    select x.territory_id, c.managing_partner_id, to_base(x.estimated_value, x.currency, today) as value into o
      from opportunity x join customer c on c.id = x.customer_id where x.id = of_opportunity;
    return query
        with near as (select t.partner_id, min(a.steps) as steps
                        from territories_around(o.territory_id) a join partner_territory t on t.territory_id = a.id group by t.partner_id),
             skills as (select h.partner_id, count(*)::int as has, count(*) filter (where h.competency_id = any (needs))::int as matched
                          from partner_competency h
                         where h.partner_id in (select k.partner_id from partner_competency k where k.competency_id = any (needs))
                         group by h.partner_id),
             load as (select w.partner_id, count(*)::int as open
                        from (select s.partner_id from opportunity s where s.status in ('ACCEPTED', 'ON_HOLD') and s.collaboration_id is null
                              union all
                              select k.partner_id from collaborator k join opportunity s on s.id = k.opportunity_id
                               where k.joined_at is not null and s.status in ('ACCEPTED', 'ON_HOLD')) w
                       group by w.partner_id),
             refusals as (select distinct d.partner_id from distribution d
                           where d.opportunity_id = of_opportunity and d.status in ('DECLINED', 'EXPIRED', 'RETURNED')),
             recent as (select d.partner_id, max(d.delivered_at) as last from distribution d where d.delivered_at > lately group by d.partner_id),
             heights as (select t.id, t.name, case when max(t.rank) over () = min(t.rank) over () then 1.0
                                else 1.0 * (max(t.rank) over () - t.rank) / (max(t.rank) over () - min(t.rank) over ()) end as height from tier t)
        select p.id, p.name, t.id, t.name, t.height::double precision, p.status = 'ACTIVE', p.programme_until, o.territory_id is null, near.steps,
               cardinality(needs), coalesce(skills.matched, 0), coalesce(skills.has, 0), o.value, p.revenue_from, p.revenue_to, p.capacity,
               coalesce(load.open, 0), refusals.partner_id is not null, (p.id = o.managing_partner_id) is true, coalesce(s.won, 0), coalesce(s.lost, 0),
               coalesce(s.answers, 0), coalesce(s.answer_share, 0), greatest(s.last_delivered_at, recent.last)
          from partner p
          left join heights t on t.id = p.tier_id left join near on near.partner_id = p.id left join skills on skills.partner_id = p.id
          left join load on load.partner_id = p.id left join refusals on refusals.partner_id = p.id
          left join partner_standing s on s.partner_id = p.id left join recent on recent.partner_id = p.id
         where p.status <> 'ENDED';
end $$;
