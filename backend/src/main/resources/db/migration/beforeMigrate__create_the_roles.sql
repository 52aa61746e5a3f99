-- Runs at every start. Each actor has a role, to which the policies in R__91_policies.sql apply. The application may set these roles and
-- inherits nothing from them: without an actor, it sees no protected row. An owner who may not create roles finds them created already.
do $$
declare
    actor text;
begin
    perform pg_advisory_xact_lock(hashtext('role of the application'));
    foreach actor in array array['${application}_system', '${application}_anonymous', '${application}_vendor', '${application}_partner'] loop
        begin
            if not exists (select from pg_roles where rolname = actor) then
                execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', actor);
            end if;
            if not pg_has_role('${application}', actor, 'SET') or pg_has_role('${application}', actor, 'USAGE') then
                execute format('grant %I to %I with inherit false, set true', actor, '${application}');
            end if;
        exception when insufficient_privilege then
            raise insufficient_privilege using message = format('%I may not create or grant roles. Run as a role that may: '
                'create role %I nologin; grant %2$I to %I with inherit false, set true', current_user, actor, '${application}');
        end;
    end loop;
end $$;
