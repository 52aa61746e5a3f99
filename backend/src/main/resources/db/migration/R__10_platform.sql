-- Who a connection acts for. The application sets these settings whenever it takes a connection from the pool:
--   sild.side     SYSTEM (jobs, the lookup of callers), ANONYMOUS (sign-in and the like), VENDOR, PARTNER; otherwise nobody
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

-- Sets a setting until the end of the transaction and returns its previous value. Functions use it to see more rows while they run: the
-- SET clause of a function cannot change these settings for the owner of a database who is not a superuser.
create or replace function swap_setting(setting text, value text) returns text language plpgsql as $$
declare
    before text := coalesce(current_setting(setting, true), '');
begin
    perform set_config(setting, value, true);
    return before;
end $$;

-- For tables that are only appended to.
create or replace function reject_change() returns trigger language plpgsql as $$
begin
    raise exception 'what happened cannot be changed' using errcode = 'integrity_constraint_violation';
end $$;
