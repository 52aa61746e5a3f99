-- Runs at every start, so that a new table or another role needs no step of its own.
do $$
declare
    granted text := format('%I, %I, %I, %I, %I', '${application}', '${application}_system', '${application}_anonymous', '${application}_vendor',
                           '${application}_partner');
    partition regclass;
begin
    execute 'grant usage on schema public to ' || granted;
    execute 'grant select, insert, update, delete on all tables in schema public to ' || granted;
    execute 'grant usage, update on all sequences in schema public to ' || granted;
    for partition in select inhrelid from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relispartition and c.relkind = 'r' loop
        execute format('revoke all on %s from %s', partition, granted);
    end loop;
    execute 'revoke insert, update, delete on flyway_schema_history from ' || granted;
    execute 'revoke insert, update, delete on audit_event, audit_seal, audit_unsealed, audit_anchor, audit_verification, audit_retention, '
            'listed_opportunity, searched_opportunity, changed_rate, relisting, opportunity_to_list, opportunity_total, opportunity_total_change, partner_total from ' || granted;
end $$;
