drop view if exists audit_actor;

-- The users in the audit log and their partners.
create view audit_actor (id, name, partner_id, partner_name) with (security_invoker) as
    select u.id, u.name, p.id, p.name from app_user u left join partner p on p.id = u.partner_id;

-- A row without its secrets. The audit log records that they changed, not what they are. Few rows have any, so a look at the text comes first.
create or replace function hide_secrets(line jsonb) returns jsonb language sql immutable strict parallel safe
    return (select coalesce(jsonb_object_agg(key, case when key ~ '(_hash|private_key|secret)$' and value <> 'null' then '"(secret)"' else value end), '{}')
              from jsonb_each(line));
create or replace function without_secrets(line jsonb) returns jsonb language sql immutable parallel safe
    return case when line::text like '%\_hash"%' or line::text like '%private\_key"%' or line::text like '%"secret"%' then hide_secrets(line) else line end;

-- Records a change of a row. The argument is the column that identifies the row. What a row is searched by repeats its text.
create or replace function record_change() returns trigger language plpgsql security definer set search_path from current as $$
declare
    old_line jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - 'searched' end;
    new_line jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - 'searched' end;
    before_it jsonb := old_line;
    after_it jsonb := new_line;
    event_id bigint := nextval('audit_event_id_seq');
    event_at timestamptz := clock_timestamp();
    -- During a sign-in the connection acts for nobody yet, but the session or the invitation names the user.
    actor uuid := coalesce(caller_person(), case when caller_side() = 'ANONYMOUS' then (coalesce(new_line, old_line) ->> 'user_id')::uuid end);
begin
    if tg_op = 'DELETE' and current_setting('sild.retention', true) = 'yes' and caller_side() = 'SYSTEM' then
        -- The retention job deletes the content of a row for good, so the audit log does not keep it.
        before_it := null;
    elsif tg_op = 'UPDATE' then
        select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_line -> o.key) into before_it, after_it
          from jsonb_each(old_line) o where o.value is distinct from new_line -> o.key;
    end if;
    insert into audit_event (id, at, kind, side, actor_id, trace_id, thing, thing_id, operation, before, after)
    values (event_id, event_at, 'CHANGE', caller_side(), actor, coalesce(current_setting('sild.trace', true), ''), tg_table_name,
            coalesce(new_line, old_line) ->> tg_argv[0], tg_op, without_secrets(before_it), without_secrets(after_it));
    insert into audit_unsealed (event_id, event_at) values (event_id, event_at);
    return null;
end $$;

-- Records a denied request.
create or replace function record_denial(who uuid, said text, answered int, why text, came_from text, trace text) returns void
    language plpgsql security definer set search_path from current as $$
declare
    event_id bigint := nextval('audit_event_id_seq');
    event_at timestamptz := clock_timestamp();
begin
    insert into audit_event (id, at, kind, side, actor_id, trace_id, request, status, code, address)
    values (event_id, event_at, 'DENIAL', caller_side(), who, trace, said, answered, why, came_from);
    insert into audit_unsealed (event_id, event_at) values (event_id, event_at);
end $$;

-- What a seal covers, besides the hash before it.
create or replace function audit_content(e audit_event) returns bytea language sql stable
    return convert_to(concat_ws(chr(31), e.id, extract(epoch from e.at), e.kind, e.side, coalesce(e.actor_id::text, '-'), e.trace_id,
        coalesce(e.thing, '-'), coalesce(e.thing_id, '-'), coalesce(e.operation, '-'), coalesce(e.before::text, '-'), coalesce(e.after::text, '-'),
        coalesce(e.request, '-'), coalesce(e.status::text, '-'), coalesce(e.code, '-'), coalesce(e.address, '-')), 'UTF8');

-- Seals committed events, one instance at a time, and returns their number. A plan that was made while the tables were empty must not scan them
-- when they are full.
drop function if exists seal_audit();
create or replace function seal_audit(most int) returns int language plpgsql security definer set search_path from current set enable_seqscan = off as $$
declare
    last_position bigint;
    last_hash bytea;
    event record;
    ids bigint[] := '{}';
    times timestamptz[] := '{}';
    hashes bytea[] := '{}';
    sealed int := 0;
begin
    if not pg_try_advisory_xact_lock(hashtext('audit seal')) then
        return 0;
    end if;
    select position, hash into last_position, last_hash
      from ((select position, hash from audit_seal order by position desc limit 1) union all
            (select position, hash from audit_anchor order by position desc limit 1)) ends
     order by position desc limit 1;
    last_hash := coalesce(last_hash, '');
    for event in
        select u.event_id, u.event_at, e.content
          from (select event_id, event_at from audit_unsealed order by event_id limit most) u
          cross join lateral (select audit_content(a) as content from audit_event a where a.at = u.event_at and a.id = u.event_id offset 0) e
         order by u.event_id
    loop
        sealed := sealed + 1;
        last_hash := sha256(last_hash || event.content);
        ids[sealed] := event.event_id;
        times[sealed] := event.event_at;
        hashes[sealed] := last_hash;
    end loop;
    insert into audit_seal (position, event_id, event_at, hash)
    select coalesce(last_position, 0) + n, id, at, hash from unnest(ids, times, hashes) with ordinality as sealed_event (id, at, hash, n);
    delete from audit_unsealed where event_id = any (ids);
    return sealed;
end $$;

-- The hash on which the chain goes on after a gap: the months before it were removed, which the audit log recorded. Null if it did not.
create or replace function audit_anchor_hash(anchored bigint) returns bytea language sql stable
    return (select a.hash from audit_anchor a
             where a.position = anchored
               and exists (select from audit_event e where e.thing = 'audit_anchor' and e.thing_id = anchored::text and e.operation = 'INSERT'
                              and e.after ->> 'hash' = a.hash::text));

-- Verifies the next seals after a position: how many, up to which position, and the first one whose event differs from what was sealed.
create or replace function broken_seal(since bigint, most int, out verified int, out last bigint, out broken bigint) language plpgsql stable
    set search_path from current set enable_seqscan = off as $$
begin
    select count(*), max(c.position),
           min(c.position) filter (where c.hash is distinct from sha256(
               case when c.position = c.previous + 1 then c.previous_hash else audit_anchor_hash(c.position - 1) end || audit_content(e)))
      into verified, last, broken
      from (select s.*, lag(s.position, 1, 0::bigint) over w as previous, lag(s.hash, 1, ''::bytea) over w as previous_hash
              from (select position, event_id, event_at, hash from audit_seal where position = since
                      union all
                      (select position, event_id, event_at, hash from audit_seal where position > since order by position limit most)) s
            window w as (order by s.position)) c
      left join audit_event e on e.at = c.event_at and e.id = c.event_id
     where c.position > since;
end $$;

-- Verifies the next seals and remembers the result. The end of the chain ends a pass, and the next one begins at its start. Returns the number
-- of verified seals.
create or replace function verify_audit(most int) returns int language plpgsql security definer set search_path from current as $$
declare
    state audit_verification;
    checked record;
begin
    if not pg_try_advisory_xact_lock(hashtext('audit verification')) then
        return 0;
    end if;
    select single, began_at, position, found_at, verified_since, broken_at into state from audit_verification;
    select verified, last, broken into checked from broken_seal(state.position, most);
    state.found_at := coalesce(state.found_at, checked.broken);
    if checked.verified < most then
        update audit_verification
           set position = 0, found_at = null, broken_at = state.found_at, began_at = clock_timestamp(), verified_since = state.began_at;
    else
        update audit_verification
           set position = checked.last, found_at = state.found_at, broken_at = coalesce(state.found_at, state.broken_at);
    end if;
    return checked.verified;
end $$;

-- Creates the partitions of this month and the next two, if they are missing, and returns their number. Waits only shortly for others.
create or replace function add_audit_partitions() returns int language plpgsql security definer set search_path from current as $$
declare
    month timestamp;
    suffix text;
    bounds text;
    added int := 0;
begin
    perform set_config('lock_timeout', '500ms', true);
    for month in select generate_series(m, m + interval '2 months', interval '1 month') from date_trunc('month', now() at time zone 'UTC') m loop
        suffix := to_char(month, 'YYYY_MM');
        continue when to_regclass('audit_event_' || suffix) is not null;
        bounds := format('for values from (%L) to (%L)', to_char(month, 'YYYY-MM-DD"T00:00Z"'), to_char(month + interval '1 month', 'YYYY-MM-DD"T00:00Z"'));
        begin
            execute format('create table audit_event_%s (like audit_event including defaults including constraints including indexes)', suffix);
            execute format('create table audit_seal_%s (like audit_seal including defaults including constraints including indexes)', suffix);
            -- Unlike "partition of", this does not keep others from writing.
            execute format('alter table audit_event attach partition audit_event_%s %s', suffix, bounds);
            execute format('alter table audit_seal attach partition audit_seal_%s %s', suffix, bounds);
            added := added + 1;
        exception
            when lock_not_available then
                raise log 'The partitions of the audit log for % are created later: others use it', suffix;
            when check_violation then
                raise warning 'The default partition of the audit log contains events of %, so they stay there', suffix;
        end;
    end loop;
    perform protect_audit_partitions();
    return added;
end $$;

-- Partitions have forced row-level security and no policies, so the audit log is read and written only through the partitioned tables.
create or replace function protect_audit_partitions() returns int language plpgsql set search_path from current as $$
declare
    partition regclass;
    granted text;
begin
    for partition in
        select i.inhrelid from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent in ('audit_event'::regclass, 'audit_seal'::regclass)
           and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'not_emptied'))
    loop
        execute format('alter table %s enable row level security, force row level security', partition);
        execute format('create or replace trigger not_emptied before truncate on %s execute function reject_change()', partition);
    end loop;
    return 0;
end $$;

-- Removes the oldest month of the audit log if the settings keep fewer months, and returns how many it removed. The hashes on which the rest
-- of the chain goes on are kept and recorded in the audit log. Waits only shortly for others, who wait only while the tables are dropped.
create or replace function remove_audit_month() returns int language plpgsql security definer set search_path from current as $$
declare
    kept_from timestamp := date_trunc('month', now() at time zone 'UTC') - (select months from audit_retention) * interval '1 month';
    suffix text;
    month timestamp;
    month_end timestamptz;
    first_kept bigint;
    anchors audit_anchor[];
begin
    if caller_side() <> 'SYSTEM' then
        raise insufficient_privilege using message = 'only the system removes a month of the audit log';
    end if;
    select right(c.relname, 7) into suffix
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'audit_event'::regclass and c.relname <> 'audit_event_default' order by c.relname limit 1;
    month := to_date(suffix, 'YYYY_MM');
    month_end := (month + interval '1 month') at time zone 'UTC';
    -- Evidence stays, and so does what is not sealed yet. Anything in the default partition has to be looked at first.
    if month >= kept_from is not false or pg_relation_size('audit_event_default') > 0
            or exists (select from audit_verification where broken_at is not null or found_at is not null)
            or exists (select from audit_unsealed where event_at < month_end)
            or not pg_try_advisory_xact_lock(hashtext('audit seal')) or not pg_try_advisory_xact_lock(hashtext('audit verification')) then
        return 0;
    end if;

    select min(position) into first_kept from audit_seal where event_at >= month_end;
    if first_kept is null then
        select max(position) + 1 into first_kept from audit_seal where event_at < month_end;
    end if;
    -- Events of the first seconds of a month can be sealed before the last ones of the month before, so there can be several gaps.
    select array_agg(row (a.position, a.hash, a.month)::audit_anchor) into anchors
      from (select s.position, s.hash, month::date as month from audit_seal s
             where s.event_at < month_end and s.position >= first_kept - 1
               and not exists (select from audit_seal next where next.event_at < month_end and next.position = s.position + 1)) a;

    begin
        perform set_config('lock_timeout', '500ms', true);
        execute format('drop table audit_seal_%1$s, audit_event_%1$s', suffix);
    exception when lock_not_available then
        return 0;
    end;
    insert into audit_anchor (position, hash, month) select a.position, a.hash, a.month from unnest(anchors) a;
    update audit_verification set position = 0, began_at = clock_timestamp() where position <= (select max(a.position) from unnest(anchors) a);
    return 1;
end $$;
