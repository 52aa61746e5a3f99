-- A new version of PostgreSQL may come with a new version of ICU, which may sort differently. Indexes in the old order would find too little.
do $$
declare
    stale record;
begin
    for stale in select c.oid, c.collname from pg_collation c
                  where c.collnamespace = current_schema()::regnamespace and c.collname like 'names\_%'
                    and c.collversion is distinct from pg_collation_actual_version(c.oid) loop
        execute (select coalesce(string_agg(format('reindex index %s', i.indexrelid::regclass), ';'), 'select')
                   from pg_index i where stale.oid = any (i.indcollation));
        execute format('alter collation %I refresh version', stale.collname);
    end loop;
end $$;
