drop view if exists counted_opportunity;

-- The numbers and sums of opportunities for each viewer: totals, and changes that have not been added to them yet. Each number is a sum of
-- rows.
create view counted_opportunity with (security_invoker) as
    select viewer_id, visible_to, shared, status, phase, alert, closed_on, count, value, forecast, actual, exhausted, extension_requested, unconverted
      from opportunity_total
    union all
    select viewer_id, visible_to, shared, status, phase, alert, closed_on, count, value, forecast, actual, exhausted, extension_requested, unconverted
      from opportunity_total_change;

-- What a listed opportunity adds to the totals.
create or replace function total_of(l listed_opportunity)
    returns table (viewer_id uuid, visible_to uuid, shared boolean, status text, phase text, alert text, closed_on date, count bigint, value numeric,
                   forecast numeric, actual numeric, exhausted bigint, extension_requested bigint, unconverted bigint) language sql stable
    begin atomic
        select l.viewer_id, l.visible_to, l.collaboration_id is not null, l.status, case when is_worked(l.status) then l.phase end, l.alert,
               case when is_closed(l.status) then coalesce(l.closed_on, '-infinity') else 'infinity' end, 1::bigint, coalesce(l.base_value, 0),
               coalesce(l.base_value * l.probability / 100, 0), coalesce(l.base_actual_value, 0), l.exhausted::int::bigint,
               (l.extension_requested_at is not null)::int::bigint,
               ((l.base_value is null and l.estimated_value is not null) or (l.base_actual_value is null and l.actual_value is not null))::int::bigint;
    end;

-- Records what a change of a listed opportunity changes of the totals.
create or replace function count_opportunity() returns trigger language plpgsql security definer set search_path from current as $$
begin
    if tg_op <> 'INSERT' then
        insert into opportunity_total_change (viewer_id, visible_to, shared, status, phase, alert, closed_on, count, value, forecast, actual,
                                              exhausted, extension_requested, unconverted)
        select viewer_id, visible_to, shared, status, phase, alert, closed_on, - count, - value, - forecast, - actual, - exhausted,
               - extension_requested, - unconverted
          from total_of(old);
    end if;
    if tg_op <> 'DELETE' then
        insert into opportunity_total_change (viewer_id, visible_to, shared, status, phase, alert, closed_on, count, value, forecast, actual,
                                              exhausted, extension_requested, unconverted)
        select * from total_of(new);
    end if;
    return null;
end $$;
create or replace trigger counted after insert or delete on listed_opportunity for each row execute function count_opportunity();
create or replace trigger counted_change after update on listed_opportunity for each row
    when ((old.visible_to, old.collaboration_id, old.status, old.phase, old.alert, old.closed_on, old.base_value, old.probability, old.base_actual_value,
           old.exhausted, old.extension_requested_at, old.estimated_value, old.actual_value)
          is distinct from
          (new.visible_to, new.collaboration_id, new.status, new.phase, new.alert, new.closed_on, new.base_value, new.probability, new.base_actual_value,
           new.exhausted, new.extension_requested_at, new.estimated_value, new.actual_value))
    execute function count_opportunity();

-- Adds up to so many changes to the totals, and returns how many.
create or replace function add_opportunity_totals(at_most int) returns int language plpgsql security definer set search_path from current as $$
declare
    added int;
    viewers uuid[];
begin
    if not pg_try_advisory_xact_lock(hashtext('opportunity totals')) then
        return 0;
    end if;
    with taken as (
        delete from opportunity_total_change c
         where c.id in (select x.id from opportunity_total_change x order by x.id limit at_most) returning c.*),
    totals as (
        insert into opportunity_total as t
        select c.viewer_id, c.visible_to, c.shared, c.status, c.phase, c.alert, c.closed_on, sum(c.count), sum(c.value), sum(c.forecast),
               sum(c.actual), sum(c.exhausted), sum(c.extension_requested), sum(c.unconverted)
          from taken c group by c.viewer_id, c.visible_to, c.shared, c.status, c.phase, c.alert, c.closed_on
            on conflict on constraint opportunity_total_key do update
           set count = t.count + excluded.count, value = t.value + excluded.value, forecast = t.forecast + excluded.forecast,
               actual = t.actual + excluded.actual, exhausted = t.exhausted + excluded.exhausted,
               extension_requested = t.extension_requested + excluded.extension_requested, unconverted = t.unconverted + excluded.unconverted),
    partners as (
        insert into partner_total as t
        select c.viewer_id, coalesce(sum(c.count) filter (where is_worked(c.status)), 0), clock_timestamp()
          from taken c where c.viewer_id <> '00000000-0000-0000-0000-000000000000' group by c.viewer_id
            on conflict (partner_id) do update set open = t.open + excluded.open, changed_at = excluded.changed_at)
    select count(*), array_agg(distinct taken.viewer_id) into added, viewers from taken;
    delete from opportunity_total t
     where t.viewer_id = any (viewers) and t.count = 0
       and (t.value, t.forecast, t.actual, t.exhausted, t.extension_requested, t.unconverted) = (0, 0, 0, 0, 0, 0);
    return added;
end $$;

-- Compares the numbers of these viewers with the listed opportunities, of all statuses or of one, corrects them, and returns how many were
-- wrong.
create or replace function correct_opportunity_totals(viewers uuid[], only_status text) returns int language plpgsql security definer set search_path from current as $$
declare
    wrong int;
begin
    insert into opportunity_total_change (viewer_id, visible_to, shared, status, phase, alert, closed_on, count, value, forecast, actual, exhausted,
                                          extension_requested, unconverted)
    select viewer_id, visible_to, shared, status, phase, alert, closed_on, sum(count), sum(value), sum(forecast), sum(actual), sum(exhausted),
           sum(extension_requested), sum(unconverted)
      from (select t.* from listed_opportunity l cross join total_of(l) t
             where l.viewer_id = any (viewers) and (only_status is null or l.status = only_status)
            union all
            select viewer_id, visible_to, shared, status, phase, alert, closed_on, - count, - value, - forecast, - actual, - exhausted,
                   - extension_requested, - unconverted
              from counted_opportunity c
             where c.viewer_id = any (viewers) and (only_status is null or c.status = only_status)) difference
     group by viewer_id, visible_to, shared, status, phase, alert, closed_on
    having (sum(count), sum(value), sum(forecast), sum(actual), sum(exhausted), sum(extension_requested), sum(unconverted)) <> (0, 0, 0, 0, 0, 0, 0);
    get diagnostics wrong = row_count;
    return wrong;
end $$;

-- After an upgrade, and after a change of this file.
lock table listed_opportunity in share row exclusive mode;
delete from opportunity_total_change;
delete from opportunity_total;
delete from partner_total;
insert into opportunity_total
select t.viewer_id, t.visible_to, t.shared, t.status, t.phase, t.alert, t.closed_on, sum(t.count), sum(t.value), sum(t.forecast), sum(t.actual),
       sum(t.exhausted), sum(t.extension_requested), sum(t.unconverted)
  from listed_opportunity l cross join total_of(l) t
 group by t.viewer_id, t.visible_to, t.shared, t.status, t.phase, t.alert, t.closed_on;
insert into partner_total
select viewer_id, coalesce(sum(count) filter (where is_worked(status)), 0), clock_timestamp()
  from opportunity_total where viewer_id <> '00000000-0000-0000-0000-000000000000' group by viewer_id;
