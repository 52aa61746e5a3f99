drop view if exists user_partner;

-- The partners of users: their names, and whether their users may sign in.
create view user_partner (id, name, active) with (security_invoker) as
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
