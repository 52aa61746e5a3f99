drop view if exists audit_actor;

-- The users in the audit log and their partners.
create view audit_actor (id, name, partner_id, partner_name) with (security_invoker) as
    select u.id, u.name, p.id, p.name from app_user u left join partner p on p.id = u.partner_id;

-- A row without its secrets. The audit log records that they changed, not what they are.
create or replace function without_secrets(line jsonb) returns jsonb language sql immutable strict parallel safe
    return (select coalesce(jsonb_object_agg(key, case when key ~ '(_hash|private_key)$' and value <> 'null' then '"(secret)"' else value end), '{}')
              from jsonb_each(line));

-- Records a change of a row. The argument is the column that identifies the row.
create or replace function record_change() returns trigger language plpgsql security definer set search_path from current as $$
declare
    old_line jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    new_line jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    before_it jsonb := old_line;
    after_it jsonb := new_line;
    event_id bigint;
    -- During a sign-in the connection acts for nobody yet, but the session or the invitation names the user.
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

-- Records a denied request.
create or replace function record_denial(who uuid, said text, answered int, why text, came_from text, trace text) returns void
    language plpgsql security definer set search_path from current as $$
declare
    event_id bigint := nextval(pg_get_serial_sequence('audit_event', 'id'));
begin
    insert into audit_event (id, kind, side, actor_id, trace_id, request, status, code, address) overriding system value
    values (event_id, 'DENIAL', caller_side(), who, trace, said, answered, why, came_from);
    insert into audit_unsealed values (event_id);
end $$;

create or replace function audit_hash(previous bytea, e audit_event) returns bytea language sql stable
    return sha256(previous || convert_to(concat_ws(chr(31), e.id, extract(epoch from e.at), e.kind, e.side, coalesce(e.actor_id::text, '-'), e.trace_id,
        coalesce(e.thing, '-'), coalesce(e.thing_id, '-'), coalesce(e.operation, '-'), coalesce(e.before::text, '-'), coalesce(e.after::text, '-'),
        coalesce(e.request, '-'), coalesce(e.status::text, '-'), coalesce(e.code, '-'), coalesce(e.address, '-')), 'UTF8'));

-- Seals up to a thousand committed events, one instance at a time, and returns their number.
create or replace function seal_audit() returns int language plpgsql security definer set search_path from current as $$
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

-- The first position whose event differs from what was sealed; null if the chain is intact.
create or replace function broken_seal() returns bigint language sql stable security definer set search_path from current
    return (select min(position)
              from (select s.position, s.hash, lag(s.position, 1, 0::bigint) over w as before_it, audit_hash(lag(s.hash, 1, ''::bytea) over w, e) as expected
                      from audit_seal s left join audit_event e on e.id = s.event_id window w as (order by s.position)) chain
             where hash is distinct from expected or position <> before_it + 1);
