-- A territory and those that contain it, with the number of steps up.
create or replace function territories_around(territory uuid) returns table (id uuid, steps int) language sql stable
    begin atomic
        with recursive up (id, parent_id, steps) as (
            select t.id, t.parent_id, 0 from territory t where t.id = territories_around.territory
            union all
            select t.id, t.parent_id, up.steps + 1 from up join territory t on t.id = up.parent_id where up.steps < 20)
        select up.id, min(up.steps) from up group by up.id;
    end;

-- Keeps territories a tree: a territory is not part of itself, nor of one that is part of it. Changes wait for each other.
create or replace function keep_territories_a_tree() returns trigger language plpgsql security definer set search_path from current as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('territories', 0));
    if exists (with recursive up (id) as (
                   select new.parent_id
                   union
                   select t.parent_id from up join territory t on t.id = up.id where t.parent_id is not null)
               select from up where up.id = new.id) then
        raise exception 'violates check constraint "territory_tree_check"' using errcode = 'check_violation', constraint = 'territory_tree_check';
    end if;
    return null;
end $$;
