-- Writes a live change for each event, note and notification.
create or replace function record_live_change() returns trigger language plpgsql as $$
declare
    line jsonb := to_jsonb(new);
begin
    insert into live_change (kind, opportunity_id, partner_id, collaboration_id, staff_only, user_id)
    values (case tg_table_name when 'note' then 'NOTE' when 'notification' then 'NOTIFICATION' else line ->> 'kind' end, new.opportunity_id,
            (line ->> 'partner_id')::uuid, (line ->> 'collaboration_id')::uuid, coalesce(line ->> 'visibility' = 'STAFF', false), (line ->> 'user_id')::uuid);
    return null;
end $$;
