-- Runs at every start. How long the audit log is kept is a setting, which only the owner writes down: the application cannot shorten it.
update audit_retention set months = nullif('${audit-months}', 'all')::int where months is distinct from nullif('${audit-months}', 'all')::int;
select add_audit_partitions();
