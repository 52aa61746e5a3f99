drop view if exists opportunity_as_listed;

-- What listed_opportunity contains, computed from the opportunities themselves. The subquery k computes once for all viewers, because of its
-- offset.
create view opportunity_as_listed with (security_invoker) as
    select v.viewer_id, o.id as opportunity_id, v.visible_to, o.number, o.topic,
           case when v.place_id is not null and v.joined_at is null then 'DELIVERED' else o.status end as status,
           o.source, o.customer_id, c.name as customer_name, o.currency, o.estimated_value, o.actual_value,
           k.rate, k.base_value, k.base_actual_value,
           o.phase, o.probability, o.estimated_close_date, o.due_on, o.extension_due_on, o.extension_requested_at, o.accepted_at,
           k.active_at, o.closed_on, o.owner_id, w.name as owner_name,
           o.partner_id, case when v.is_vendor or o.partner_id = v.viewer_id then p.name end as partner_name,
           a.id as assignee_id, a.name as assignee_name, o.collaboration_id,
           case when v.is_vendor or v.joined_at is not null then s.names end as collaborators, v.place_id, v.lead, v.joined_at,
           coalesce(v.distribution_id, o.distribution_id) as distribution_id, coalesce(v.answer_by, o.answer_by) as answer_by,
           o.territory_id, o.exhausted, o.reason_code, o.created_at, o.updated_at, o.version
      from opportunity o
      join customer c on c.id = o.customer_id
     cross join lateral (
           select case when o.estimated_value is not null then rate_on(o.currency, vendor_today()) end as rate,
                  case when o.estimated_value is not null then to_base(o.estimated_value, o.currency, vendor_today()) end as base_value,
                  case when o.actual_value is not null then to_base(o.actual_value, o.currency, o.closed_on) end as base_actual_value,
                  partner_active_at(o.id, o.accepted_at) as active_at
           offset 0) k
      left join partner p on p.id = o.partner_id
      left join app_user w on w.id = o.owner_id
      left join lateral (select string_agg(q.name, E'\n' order by m.lead desc, m.joined_at, q.name) as names
                           from collaborator m join partner q on q.id = m.partner_id
                          where m.collaboration_id = o.collaboration_id and m.joined_at is not null) s on o.collaboration_id is not null
     cross join lateral (
           select '00000000-0000-0000-0000-000000000000'::uuid as viewer_id, true as is_vendor, null::uuid as visible_to, null::uuid as assignee,
                  null::uuid as place_id, null::boolean as lead, null::timestamptz as joined_at, null::uuid as distribution_id,
                  null::timestamptz as answer_by
            union all
           select o.partner_id, false, case when o.status <> 'DELIVERED' then o.partner_user_id end, null, null, null, null, null, null
            where o.partner_id is not null and o.collaboration_id is null
            union all
           select m.partner_id, false, m.partner_user_id, m.partner_user_id, m.id, m.lead, m.joined_at, m.distribution_id, m.answer_by
             from collaborator m where m.opportunity_id = o.id and m.collaboration_id = o.collaboration_id) v
      left join app_user a on a.id = coalesce(v.assignee, o.partner_user_id);

-- A transaction that lists an opportunity and one that renames its customer, partner or user, or sets a rate or the policy of alerts, wait
-- for each other: otherwise the first would list the old name or amount, and the second would not find that row. For names the lock is that
-- of the foreign key, for the others it is this one. It comes before the locks of rows.
create or replace function share_listed_rates() returns void language sql as $$
    select pg_advisory_xact_lock_shared(hashtext('listed rates'));
$$;
create or replace function wait_for_listing() returns trigger language plpgsql security definer set search_path from current as $$
begin
    if tg_table_name in ('exchange_rate', 'policy') then
        perform pg_advisory_xact_lock(hashtext('listed rates'));
        return null;
    end if;
    execute format('select from %I where id = $1 for update', tg_table_name) using new.id;
    return new;
end $$;

-- Brings the rows of these opportunities up to date and returns how many were not. It locks the vendor's rows first, so that the last of
-- several transactions sees what the others have changed. Planning its statements again would take four times as long as they take.
create or replace function refresh_listed_opportunities(which uuid[]) returns int language plpgsql security definer set search_path from current
    set plan_cache_mode = force_generic_plan as $$
declare
    changed int;
begin
    perform share_listed_rates();
    perform from listed_opportunity l
      where l.viewer_id = '00000000-0000-0000-0000-000000000000' and l.opportunity_id = any (which) order by l.opportunity_id for no key update;
    with s as materialized (select * from opportunity_as_listed where opportunity_id = any (which)),
         gone as (
    delete from listed_opportunity l
     where l.opportunity_id = any (which)
       and not exists (select from s where s.opportunity_id = l.opportunity_id and s.viewer_id = l.viewer_id)
    returning 1),
         written as (
    insert into listed_opportunity as l (viewer_id, opportunity_id, visible_to, number, topic, status, source, customer_id,
      customer_name, currency, estimated_value, actual_value, rate, base_value, base_actual_value, phase, probability,
      estimated_close_date, due_on, extension_due_on, extension_requested_at, accepted_at, active_at, closed_on, owner_id, owner_name,
      partner_id, partner_name, assignee_id, assignee_name, collaboration_id, collaborators, place_id, lead, joined_at, distribution_id,
      answer_by, territory_id, exhausted, reason_code, created_at, updated_at, version, alert, alert_changes_at)
    select s.viewer_id, s.opportunity_id, s.visible_to, s.number, s.topic, s.status, s.source, s.customer_id, s.customer_name,
           s.currency, s.estimated_value, s.actual_value, s.rate, s.base_value, s.base_actual_value, s.phase, s.probability,
           s.estimated_close_date, s.due_on, s.extension_due_on, s.extension_requested_at, s.accepted_at, s.active_at, s.closed_on,
           s.owner_id, s.owner_name, s.partner_id, s.partner_name, s.assignee_id, s.assignee_name, s.collaboration_id, s.collaborators,
           s.place_id, s.lead, s.joined_at, s.distribution_id, s.answer_by, s.territory_id, s.exhausted, s.reason_code, s.created_at,
           s.updated_at, s.version,
           alert_of(s.status, s.active_at, s.accepted_at, s.due_on, now(), p.time_zone, p.stalled_after_days, p.new_after_hours),
           alert_changes_at(s.status, s.active_at, s.accepted_at, s.due_on, now(), p.time_zone, p.stalled_after_days, p.new_after_hours)
      from s cross join policy p order by s.viewer_id, s.opportunity_id
        on conflict (viewer_id, opportunity_id) do update
       set (visible_to, number, topic, status, source, customer_id, customer_name, currency, estimated_value, actual_value, rate,
            base_value, base_actual_value, phase, probability, estimated_close_date, due_on, extension_due_on, extension_requested_at,
            accepted_at, active_at, closed_on, owner_id, owner_name, partner_id, partner_name, assignee_id, assignee_name,
            collaboration_id, collaborators, place_id, lead, joined_at, distribution_id, answer_by, territory_id, exhausted, reason_code,
            created_at, updated_at, version, alert, alert_changes_at)
         = (excluded.visible_to, excluded.number, excluded.topic, excluded.status, excluded.source, excluded.customer_id,
            excluded.customer_name, excluded.currency, excluded.estimated_value, excluded.actual_value, excluded.rate,
            excluded.base_value, excluded.base_actual_value, excluded.phase, excluded.probability, excluded.estimated_close_date,
            excluded.due_on, excluded.extension_due_on, excluded.extension_requested_at, excluded.accepted_at, excluded.active_at,
            excluded.closed_on, excluded.owner_id, excluded.owner_name, excluded.partner_id, excluded.partner_name, excluded.assignee_id,
            excluded.assignee_name, excluded.collaboration_id, excluded.collaborators, excluded.place_id, excluded.lead,
            excluded.joined_at, excluded.distribution_id, excluded.answer_by, excluded.territory_id, excluded.exhausted,
            excluded.reason_code, excluded.created_at, excluded.updated_at, excluded.version, excluded.alert, excluded.alert_changes_at)
     where l is distinct from excluded
    returning 1)
    select (select count(*) from gone) + (select count(*) from written) into changed;
    return changed;
end $$;

-- Converts amounts again after a new rate, or on its first day: those of up to so many open opportunities, and of as many closed ones.
-- Returns how many it looked at.
create or replace function convert_listed_opportunities(at_most int) returns int language plpgsql security definer set search_path from current as $$
declare
    stale uuid[];
    closed uuid[];
    changed changed_rate;
begin
    perform share_listed_rates();
    -- One range of the index for each way in which a rate can differ.
    stale := array(
        select distinct x.opportunity_id
          from (select r.currency, rate_on(r.currency, (select vendor_today())) as rate from (select currency from exchange_rate union select currency from changed_rate) r) today
         cross join lateral (
               (select l.opportunity_id from listed_opportunity l
                 where l.currency = today.currency and l.estimated_value is not null and l.rate < today.rate limit at_most)
                union all
               (select l.opportunity_id from listed_opportunity l
                 where l.currency = today.currency and l.estimated_value is not null and l.rate > today.rate limit at_most)
                union all
               (select l.opportunity_id from listed_opportunity l
                 where l.currency = today.currency and l.estimated_value is not null and l.rate is null and today.rate is not null limit at_most)
                union all
               (select l.opportunity_id from listed_opportunity l
                 where l.currency = today.currency and l.estimated_value is not null and l.rate is not null and today.rate is null limit at_most)) x
         limit at_most);
    perform refresh_listed_opportunities(stale);
    select * into changed from changed_rate order by currency, valid_from limit 1 for update skip locked;
    if found then
        closed := array(
            select l.opportunity_id from listed_opportunity l
             where l.currency = changed.currency and l.actual_value is not null and l.viewer_id = '00000000-0000-0000-0000-000000000000'
               and (changed.after_id is null or l.opportunity_id > changed.after_id)
             order by l.opportunity_id limit at_most);
        perform refresh_listed_opportunities(closed);
        if cardinality(closed) < at_most then
            delete from changed_rate r where (r.currency, r.valid_from) = (changed.currency, changed.valid_from);
        else
            update changed_rate r set after_id = closed[at_most] where (r.currency, r.valid_from) = (changed.currency, changed.valid_from);
        end if;
    end if;
    return cardinality(stale) + coalesce(cardinality(closed), 0);
end $$;

create or replace function list_opportunity() returns trigger language plpgsql security definer set search_path from current as $$
begin
    if tg_table_name = 'opportunity' then
        perform refresh_listed_opportunities(array[new.id]);
    else
        perform refresh_listed_opportunities(array[coalesce(new.opportunity_id, old.opportunity_id)]);
    end if;
    return null;
end $$;
-- Determines alerts again after time has passed, and lists opportunities again after a change of a name that many have, or of what all are
-- listed with: up to so many of each. Returns how many it looked at.
create or replace function refresh_listing(at timestamptz, at_most int) returns int language plpgsql security definer set search_path from current as $$
declare
    due uuid[];
    next uuid[];
    queued uuid[];
    started relisting;
begin
    perform share_listed_rates();
    queued := array(select q.opportunity_id from opportunity_to_list q order by q.opportunity_id limit at_most for update skip locked);
    queued := array(select l.opportunity_id from listed_opportunity l
                     where l.viewer_id = '00000000-0000-0000-0000-000000000000' and l.opportunity_id = any (queued) for no key update skip locked);
    perform refresh_listed_opportunities(queued);
    delete from opportunity_to_list q where q.opportunity_id = any (queued);
    due := array(select distinct x.opportunity_id
                   from (select l.opportunity_id from listed_opportunity l where l.alert_changes_at <= at order by l.alert_changes_at limit at_most) x);
    perform refresh_alerts_of(due, at);
    select * into started from relisting for update skip locked;
    if found then
        next := array(select o.id from opportunity o where started.after_id is null or o.id > started.after_id order by o.id limit at_most);
        perform refresh_listed_opportunities(next);
        perform refresh_alerts_of(next, at);
        perform refresh_searched_opportunities(next, null);
        if cardinality(next) < at_most then
            delete from relisting;
        else
            update relisting set after_id = next[at_most];
        end if;
    end if;
    return cardinality(queued) + cardinality(due) + coalesce(cardinality(next), 0);
end $$;
create or replace function refresh_alerts_of(which uuid[], at timestamptz) returns void language plpgsql as $$
begin
    perform from listed_opportunity l
      where l.viewer_id = '00000000-0000-0000-0000-000000000000' and l.opportunity_id = any (which) order by l.opportunity_id for no key update;
    update listed_opportunity l set alert = x.alert, alert_changes_at = x.changes_at
      from (select l.viewer_id, l.opportunity_id,
                   alert_of(l.status, l.active_at, l.accepted_at, l.due_on, at, p.time_zone, p.stalled_after_days, p.new_after_hours) as alert,
                   alert_changes_at(l.status, l.active_at, l.accepted_at, l.due_on, at, p.time_zone, p.stalled_after_days, p.new_after_hours) as changes_at
              from listed_opportunity l cross join policy p where l.opportunity_id = any (which)) x
     where l.viewer_id = x.viewer_id and l.opportunity_id = x.opportunity_id
       and (l.alert, l.alert_changes_at) is distinct from (x.alert, x.changes_at);
end $$;
-- Activity of a partner's user: unless it ends an alert, only the time changes, so no index does.
create or replace function list_activity() returns trigger language plpgsql security definer set search_path from current as $$
declare
    at timestamptz;
begin
    if tg_table_name = 'note' then
        at := new.created_at;
    else
        at := new.at;
    end if;
    perform share_listed_rates();
    perform from listed_opportunity l
      where l.viewer_id = '00000000-0000-0000-0000-000000000000' and l.opportunity_id = new.opportunity_id for no key update;
    update listed_opportunity l
       set active_at = at,
           alert = case when l.alert in ('NEW', 'STALLED')
                        then alert_of(l.status, at, l.accepted_at, l.due_on, now(), p.time_zone, p.stalled_after_days, p.new_after_hours) else l.alert end,
           alert_changes_at = case when l.alert in ('NEW', 'STALLED')
                                   then alert_changes_at(l.status, at, l.accepted_at, l.due_on, now(), p.time_zone, p.stalled_after_days, p.new_after_hours)
                                   else l.alert_changes_at end
      from policy p
     where l.opportunity_id = new.opportunity_id and (l.active_at is null or l.active_at < at);
    return null;
end $$;
-- A renamed customer, partner or user. Up to twenty opportunities that nobody changes are listed at once, the others by a job within seconds.
create or replace function list_name() returns trigger language plpgsql security definer set search_path from current as $$
declare
    vendor uuid := '00000000-0000-0000-0000-000000000000';
    company uuid := (to_jsonb(new) ->> 'partner_id')::uuid;
    named uuid[];
    at_once uuid[];
begin
    case tg_table_name
        when 'customer' then
            named := array(select l.opportunity_id from listed_opportunity l where l.customer_id = new.id and l.viewer_id = vendor);
        when 'partner' then
            named := array(select l.opportunity_id from listed_opportunity l where l.viewer_id = new.id);
        when 'app_user' then
            named := array(select l.opportunity_id from listed_opportunity l where l.viewer_id = vendor and l.owner_id = new.id
                            union
                           select l.opportunity_id from listed_opportunity l where l.viewer_id = company and l.assignee_id = new.id);
    end case;
    -- A transaction that has locked an opportunity may be waiting for the lock of the renamed row. Opportunities that are locked are therefore
    -- skipped: waiting for them could be a deadlock.
    at_once := array(select l.opportunity_id from listed_opportunity l
                      where l.viewer_id = vendor and l.opportunity_id = any (named) limit 20 for no key update skip locked);
    perform refresh_listed_opportunities(at_once);
    insert into opportunity_to_list select x from unnest(named) x where x <> all (at_once)
        on conflict (opportunity_id) do update set opportunity_id = excluded.opportunity_id;
    return null;
end $$;
-- A rate that was set or removed.
create or replace function list_rate() returns trigger language plpgsql security definer set search_path from current as $$
begin
    insert into changed_rate (currency, valid_from) select r.currency, r.valid_from from (select (coalesce(new, old)).*) r
        on conflict (currency, valid_from) do update set after_id = null;
    perform convert_listed_opportunities(500);
    return null;
end $$;

-- The policy of alerts.
create or replace function list_alert_policy() returns trigger language plpgsql security definer set search_path from current as $$
begin
    insert into relisting default values on conflict (id) do update set after_id = null;
    perform refresh_listing(now(), 500);
    return null;
end $$;

create or replace trigger listed after insert or update on opportunity for each row execute function list_opportunity();
create or replace trigger listed after insert or update or delete on collaborator for each row execute function list_opportunity();
create or replace trigger listed after insert on opportunity_event for each row when (new.by_partner) execute function list_activity();
create or replace trigger listed after insert on note for each row when (new.by_partner) execute function list_activity();
create or replace trigger listed after insert or update or delete on exchange_rate for each row execute function list_rate();
create or replace trigger listed after update on policy
    for each row when ((old.stalled_after_days, old.new_after_hours, old.time_zone) is distinct from (new.stalled_after_days, new.new_after_hours, new.time_zone)) execute function list_alert_policy();
create or replace trigger listing before update of stalled_after_days, new_after_hours, time_zone on policy for each statement execute function wait_for_listing();
create or replace trigger listing before insert or update or delete on exchange_rate for each statement execute function wait_for_listing();
create or replace trigger listing before update of name on customer for each row when (old.name <> new.name) execute function wait_for_listing();
create or replace trigger listing before update of name on partner for each row when (old.name <> new.name) execute function wait_for_listing();
create or replace trigger listing before update of name on app_user for each row when (old.name <> new.name) execute function wait_for_listing();
create or replace trigger listed after update of name on customer for each row when (old.name <> new.name) execute function list_name();
create or replace trigger listed after update of name on partner for each row when (old.name <> new.name) execute function list_name();
create or replace trigger listed after update of name on app_user for each row when (old.name <> new.name) execute function list_name();

-- After an upgrade and after a change of this file: what is missing is listed at once, and a job lists everything again. Columns go by their
-- names, because the table has them in the order in which they were added.
do $$
declare
    columns text := (select string_agg(column_name, ', ') from information_schema.columns
                      where table_schema = current_schema() and table_name = 'opportunity_as_listed');
begin
    execute format('insert into listed_opportunity (%1$s, alert, alert_changes_at)
        select %1$s, alert_of(s.status, s.active_at, s.accepted_at, s.due_on, now(), p.time_zone, p.stalled_after_days, p.new_after_hours),
               alert_changes_at(s.status, s.active_at, s.accepted_at, s.due_on, now(), p.time_zone, p.stalled_after_days, p.new_after_hours)
          from opportunity_as_listed s cross join (select time_zone, stalled_after_days, new_after_hours from policy) p
         where not exists (select from listed_opportunity l where l.viewer_id = s.viewer_id and l.opportunity_id = s.opportunity_id)', columns);
end $$;
insert into relisting default values on conflict (id) do update set after_id = null;
