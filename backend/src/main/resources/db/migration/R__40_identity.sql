drop view if exists user_partner;

-- The partners of users: their names, and whether their users may sign in.
create view user_partner (id, name, active) with (security_invoker) as
    select p.id, p.name, is_active_partner(p.status) from partner p;

-- The name of a user of the vendor, for everybody who deals with them. The names of a partner's users are known to that partner, to the
-- vendor and to partners in the same collaboration.
create or replace function display_name(person uuid) returns text language plpgsql stable strict as $$
declare
    before text := swap_setting('sild.names', 'yes');
    found text;
begin
    found := (select name from app_user where id = person);
    perform swap_setting('sild.names', before);
    return found;
end $$;
