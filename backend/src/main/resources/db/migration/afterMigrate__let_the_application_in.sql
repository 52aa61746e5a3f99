-- Runs at every start, so that a new table or another role needs no step of its own.
grant usage on schema public to "${application}";
grant select, insert, update, delete on all tables in schema public to "${application}";
grant usage, update on all sequences in schema public to "${application}";
revoke insert, update, delete on flyway_schema_history from "${application}";
revoke insert, update, delete on audit_event, audit_seal, audit_unsealed from "${application}";
