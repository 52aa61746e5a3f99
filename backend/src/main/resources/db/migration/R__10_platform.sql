-- Who a connection acts for. Whenever the application takes a connection from the pool, it sets the role of the actor and these settings:
--   sild.side     SYSTEM (jobs, the lookup of callers), ANONYMOUS (sign-in and the like), VENDOR, PARTNER; otherwise nobody. The role has
--                 the same name after that of the application. In functions that run as the owner, only the setting tells the actor.
--   sild.partner  the caller's partner
--   sild.person   the caller
--   sild.seller   'yes' if the caller sees only what is assigned to them
--   sild.held     the opportunity that the transaction has locked; it stays visible until the end, even after it is given away
create or replace function caller_side() returns text language sql stable parallel safe
    return coalesce(current_setting('sild.side', true), '');
create or replace function caller_partner() returns uuid language sql stable parallel safe
    return case when current_setting('sild.side', true) = 'PARTNER' then nullif(current_setting('sild.partner', true), '')::uuid end;
create or replace function caller_person() returns uuid language sql stable parallel safe
    return nullif(current_setting('sild.person', true), '')::uuid;
create or replace function caller_is_seller() returns boolean language sql stable parallel safe
    return coalesce(current_setting('sild.seller', true), '') = 'yes';
create or replace function held_opportunity() returns uuid language sql stable parallel safe
    return nullif(current_setting('sild.held', true), '')::uuid;

drop function if exists swap_setting(text, text);

-- For tables that are only appended to.
create or replace function reject_change() returns trigger language plpgsql as $$
begin
    raise exception 'what happened cannot be changed' using errcode = 'integrity_constraint_violation';
end $$;
