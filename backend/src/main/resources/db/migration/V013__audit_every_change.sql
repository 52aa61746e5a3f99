-- Who changed what, and who was refused what. Written by the database itself, so that no path round it exists; the application
-- may read it and cannot write, change or delete a row of it.
create table audit_event (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    kind       text not null constraint audit_event_kind_check check (kind in ('CHANGE', 'DENIAL')),
    side       text not null,
    actor_id   uuid,
    trace_id   text not null,
    thing      text,
    thing_id   text,
    operation  text constraint audit_event_operation_check check (operation in ('INSERT', 'UPDATE', 'DELETE')),
    before     jsonb,
    after      jsonb,
    request    text,
    status     int,
    code       text,
    address    text,
    constraint audit_event_shape_check check ((kind = 'CHANGE') = (operation is not null) and (kind = 'DENIAL') = (request is not null))
);
create index audit_event_thing_idx on audit_event (thing, thing_id, id desc);
create index audit_event_actor_idx on audit_event (actor_id, id desc);

-- Each event is sealed within a second or two of its commit: its hash holds that of the event sealed before it.
create table audit_unsealed (event_id bigint primary key constraint audit_unsealed_event_fkey references audit_event);
create table audit_seal (
    position   bigint primary key constraint audit_seal_position_check check (position > 0),
    event_id   bigint not null constraint audit_seal_event_key unique constraint audit_seal_event_fkey references audit_event,
    hash       bytea not null,
    sealed_at  timestamptz not null default clock_timestamp()
);
create trigger audit_event_kept before update or delete on audit_event for each row execute function refuse_change();
create trigger audit_event_not_emptied before truncate on audit_event execute function refuse_change();
create trigger audit_seal_kept before update or delete on audit_seal for each row execute function refuse_change();
create trigger audit_seal_not_emptied before truncate on audit_seal execute function refuse_change();

alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy written_by_triggers on audit_event for insert with check (true);
create policy the_system on audit_event for select using ((select caller_side()) = 'SYSTEM');
create policy the_vendor on audit_event for select using ((select caller_side()) = 'VENDOR');

-- What must not be readable anywhere is not readable here: that it changed is all.
create function without_secrets(line jsonb) returns jsonb language sql immutable strict parallel safe
    return (select coalesce(jsonb_object_agg(key, case when key ~ '(_hash|private_key)$' and value <> 'null' then '"(secret)"' else value end), '{}')
              from jsonb_each(line));

create function record_change() returns trigger language plpgsql security definer set search_path from current as $$
declare
    old_line jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    new_line jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    before_it jsonb := old_line;
    after_it jsonb := new_line;
    event_id bigint;
    -- Whoever comes in is nobody yet for the connection, but their session or invitation names them.
    actor uuid := coalesce(caller_person(), case when caller_side() = 'ANONYMOUS' then (coalesce(new_line, old_line) ->> 'user_id')::uuid end);
begin
    if tg_op = 'UPDATE' then
        select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, n.value) into before_it, after_it
          from jsonb_each(old_line) o join jsonb_each(new_line) n using (key) where o.value is distinct from n.value;
    end if;
    event_id := nextval(pg_get_serial_sequence('audit_event', 'id'));
    insert into audit_event (id, kind, side, actor_id, trace_id, thing, thing_id, operation, before, after) overriding system value
    values (event_id, 'CHANGE', caller_side(), actor, coalesce(current_setting('sild.trace', true), ''), tg_table_name,
            coalesce(new_line, old_line) ->> tg_argv[0], tg_op, without_secrets(before_it), without_secrets(after_it));
    insert into audit_unsealed values (event_id);
    return null;
end $$;

create function record_denial(who uuid, said text, answered int, why text, came_from text, trace text) returns void
    language plpgsql security definer set search_path from current as $$
declare
    event_id bigint := nextval(pg_get_serial_sequence('audit_event', 'id'));
begin
    insert into audit_event (id, kind, side, actor_id, trace_id, request, status, code, address) overriding system value
    values (event_id, 'DENIAL', caller_side(), who, trace, said, answered, why, came_from);
    insert into audit_unsealed values (event_id);
end $$;

create function audit_hash(previous bytea, e audit_event) returns bytea language sql stable
    return sha256(previous || convert_to(concat_ws(chr(31), e.id, extract(epoch from e.at), e.kind, e.side, coalesce(e.actor_id::text, '-'), e.trace_id,
        coalesce(e.thing, '-'), coalesce(e.thing_id, '-'), coalesce(e.operation, '-'), coalesce(e.before::text, '-'), coalesce(e.after::text, '-'),
        coalesce(e.request, '-'), coalesce(e.status::text, '-'), coalesce(e.code, '-'), coalesce(e.address, '-')), 'UTF8'));

-- Seals what has been committed, a thousand at a time, one instance at a time; answers how many.
create function seal_audit() returns int language plpgsql security definer set search_path from current as $$
declare
    last audit_seal;
    event audit_event;
    sealed int := 0;
begin
    if not pg_try_advisory_xact_lock(hashtext('audit seal')) then
        return 0;
    end if;
    select * into last from audit_seal order by position desc limit 1;
    for event in select e.* from audit_unsealed u join audit_event e on e.id = u.event_id order by e.id limit 1000 loop
        last.position := coalesce(last.position, 0) + 1;
        last.hash := audit_hash(coalesce(last.hash, ''), event);
        insert into audit_seal (position, event_id, hash) values (last.position, event.id, last.hash);
        delete from audit_unsealed where event_id = event.id;
        sealed := sealed + 1;
    end loop;
    return sealed;
end $$;

-- The first position at which an event is not what was sealed; null where the chain is whole.
create function broken_seal() returns bigint language sql stable security definer set search_path from current
    return (select min(position)
              from (select s.position, s.hash, lag(s.position, 1, 0::bigint) over w as before_it, audit_hash(lag(s.hash, 1, ''::bytea) over w, e) as expected
                      from audit_seal s left join audit_event e on e.id = s.event_id window w as (order by s.position)) chain
             where hash is distinct from expected or position <> before_it + 1);

do $$
declare
    audited record;
begin
    for audited in
        select c.relname as name,
               coalesce((select a.attname from pg_attribute a where a.attrelid = c.oid and a.attname = 'id'),
                        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                          where i.indrelid = c.oid and i.indisprimary)) as key
          from pg_class c
         where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
           and c.relname not in ('flyway_schema_history', 'bucket', 'idempotency_key', 'refresh_token', 'audit_event', 'audit_seal', 'audit_unsealed')
    loop
        execute format('create trigger audited after insert or update or delete on %I for each row execute function record_change(%L)',
                       audited.name, audited.key);
    end loop;
end $$;
