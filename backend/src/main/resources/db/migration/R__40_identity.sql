-- The partners of users: their names, and whether their users may sign in.
create or replace view user_partner (id, name, active) with (security_invoker) as
    select p.id, p.name, is_active_partner(p.status) from partner p;

-- The name of a user of the vendor, for everybody who deals with them. The names of a partner's users are known to that partner, to the
-- vendor and to partners in the same collaboration. It runs as the owner and checks the caller itself.
create or replace function display_name(person uuid) returns text language plpgsql stable strict security definer set search_path from current as $$
begin
    return (select u.name from app_user u
             where u.id = person
               and (caller_side() in ('SYSTEM', 'VENDOR')
                    or (caller_side() = 'PARTNER' and (u.partner_id is null or u.partner_id = caller_partner()))));
end $$;

-- The sessions whose users may call: not ended, of an active account and partner. They also expire, by the clock of the application.
create or replace view open_session (id, expires_at, user_id, name, role, partner_id, second_factor_due) with (security_invoker) as
    select s.id, s.expires_at, u.id, u.name, u.role, u.partner_id,
           u.second_factor_since is null and exists (select from policy v where u.role = any (v.second_factor_roles))
      from session s
      join app_user u on u.id = s.user_id and u.status = 'ACTIVE'
      left join partner p on p.id = u.partner_id
     where s.ended_at is null and (p.id is null or is_active_partner(p.status));

-- Who loses access is signed out: with access, the old sessions do not come back.
create or replace function end_sessions() returns trigger language plpgsql security definer set search_path from current as $$
begin
    update session s set ended_at = clock_timestamp()
      from app_user u
     where u.id = s.user_id and s.ended_at is null
       and case tg_table_name when 'app_user' then u.id = new.id else u.partner_id = new.id end;
    return null;
end $$;

-- The user of an open session, or the client with an ID, that may call now: with a valid key, and an active account and partner; no row for
-- anybody else. They run as the owner, because there is no caller yet. Who asks must know the session or client, its user and the key.
drop function if exists find_user(uuid, uuid, uuid, timestamptz), find_client(uuid, text, uuid, timestamptz);
create or replace function find_user(its_key uuid, its_session uuid, person uuid, at timestamptz,
                                     out id uuid, out name text, out role text, out partner_id uuid, out session_id uuid, out scopes text[],
                                     out second_factor_due boolean)
    returns setof record language plpgsql stable rows 1 security definer set search_path from current as $$
begin
    return query
        select o.user_id, o.name, o.role, o.partner_id, o.id, null::text[], o.second_factor_due
          from open_session o
          join signing_key k on k.id = its_key and k.revoked_at is null and (k.verifies_until is null or k.verifies_until > at)
         where o.id = its_session and o.user_id = person and o.expires_at > at;
end $$;
create or replace function find_client(its_key uuid, client text, person uuid, at timestamptz,
                                       out id uuid, out name text, out role text, out partner_id uuid, out session_id uuid, out scopes text[],
                                       out second_factor_due boolean)
    returns setof record language plpgsql stable rows 1 security definer set search_path from current as $$
begin
    return query
        select u.id, u.name, u.role, u.partner_id, null::uuid, c.scopes, false
          from api_client c
          join app_user u on u.id = c.user_id and u.status = 'ACTIVE'
          left join partner p on p.id = u.partner_id
          join signing_key k on k.id = its_key and k.revoked_at is null and (k.verifies_until is null or k.verifies_until > at)
         where c.client_id = client and u.id = person and c.revoked_at is null
           and (p.id is null or is_active_partner(p.status));
end $$;

-- The vendor always has an active administrator. Two who leave at the same time wait for each other.
create or replace function keep_an_admin() returns trigger language plpgsql set search_path from current as $$
begin
    perform pg_advisory_xact_lock(hashtext('administrators'));
    if not exists (select from app_user u where u.role = 'ADMIN' and u.status = 'ACTIVE' and u.kind = 'PERSON') then
        raise exception 'the last active administrator' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
