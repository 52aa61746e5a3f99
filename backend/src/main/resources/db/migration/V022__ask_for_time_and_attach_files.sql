-- More time than a partner may take by itself waits for the vendor.
alter table opportunity
    add column extension_due_on date,
    add column extension_reason text,
    add column extension_requested_by uuid constraint opportunity_extension_requested_by_fkey references app_user,
    add column extension_requested_at timestamptz,
    add constraint opportunity_extension_request_check check (num_nonnulls(extension_due_on, extension_requested_by, extension_requested_at) in (0, 3)),
    add constraint opportunity_extension_reason_check check (extension_reason is null or extension_due_on is not null),
    add constraint opportunity_extension_status_check check (extension_due_on is null or status in ('ACCEPTED', 'ON_HOLD')),
    add constraint opportunity_extension_later_check check (extension_due_on > due_on);
create index opportunity_extension_requested_by_idx on opportunity (extension_requested_by) where extension_requested_by is not null;

alter table notification drop constraint notification_kind_check,
    add constraint notification_kind_check check (kind in
        ('DELIVERED', 'REMINDER', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RECALLED', 'NO_PARTNER_LEFT', 'SHARED', 'ASSIGNED', 'RETURNED', 'TAKEN_BACK',
         'INACTIVE', 'EXTENSION_REQUESTED', 'EXTENSION_DECIDED', 'TO_APPROVE', 'APPROVED', 'REJECTED', 'CLOSED', 'MENTIONED'));

-- Files that go with notes.
create table attachment (
    id          uuid primary key,
    note_id     uuid not null constraint attachment_note_fkey references note,
    position    int not null constraint attachment_position_check check (position between 1 and 10),
    name        text not null constraint attachment_name_check check (length(btrim(name)) between 1 and 200),
    size        int not null constraint attachment_size_check check (size between 1 and 10485760),
    sha256      bytea not null constraint attachment_sha256_check check (length(sha256) = 32),
    created_at  timestamptz not null,
    constraint attachment_position_key unique (note_id, position)
);
-- Beside it, so that lists and the audit do not carry it along. What is packed already is not packed again.
create table attachment_content (
    attachment_id  uuid primary key constraint attachment_content_attachment_fkey references attachment on delete cascade,
    content        bytea not null
);
alter table attachment_content alter column content set storage external;
create trigger audited after insert or update or delete on attachment for each row execute function record_change('id');
do $$
declare
    protected text;
begin
    foreach protected in array array['attachment', 'attachment_content'] loop
        execute format('alter table %I enable row level security', protected);
        execute format('alter table %I force row level security', protected);
        execute format('create policy the_system on %I using ((select caller_side()) = ''SYSTEM'')', protected);
        execute format('create policy the_vendor on %I using ((select caller_side()) = ''VENDOR'')', protected);
    end loop;
end $$;
create policy of_a_seen_note on attachment using (exists (select from note n where n.id = note_id));
create policy of_a_seen_attachment on attachment_content using (exists (select from attachment a where a.id = attachment_id));

-- Who brought an opportunity is a condition of rules.
alter table distribution_rule add column source text constraint distribution_rule_source_check check (source in ('DISTRIBUTED', 'PARTNER_CREATED'));
create or replace function rule_for(which uuid, today date) returns uuid language sql stable
    return (select r.id
              from distribution_rule r
             cross join (select x.*, to_base(x.estimated_value, x.currency, today) as value from opportunity x where x.id = which) o
             where r.active
               and (r.value_from is null or o.value >= r.value_from)
               and (r.value_to is null or o.value <= r.value_to)
               and (r.source is null or o.source = r.source)
               and (not exists (select from distribution_rule_territory t where t.rule_id = r.id)
                    or exists (select from distribution_rule_territory t join territories_around(o.territory_id) a on a.id = t.territory_id where t.rule_id = r.id))
               and (not exists (select from distribution_rule_product_line l where l.rule_id = r.id)
                    or exists (select from distribution_rule_product_line l join opportunity_product_line p on p.product_line_id = l.product_line_id
                                where l.rule_id = r.id and p.opportunity_id = o.id))
             order by r.position limit 1);
