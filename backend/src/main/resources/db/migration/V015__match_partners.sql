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
create index distribution_delivered_idx on distribution (delivered_at);
create index opportunity_worked_idx on opportunity (partner_id) where status in ('ACCEPTED', 'ON_HOLD');

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
