-- What the vendor has decided for all: one row.
create table policy (
    id                   uuid primary key,
    only_one             boolean not null default true constraint policy_key unique constraint policy_check check (only_one),
    masked_fields        text[] not null constraint policy_masked_fields_check check (masked_fields <@ array['NAME', 'EMAIL', 'PHONE', 'STREET']),
    reminder_percent     int constraint policy_reminder_percent_check check (reminder_percent between 1 and 99),
    new_after_hours      int not null constraint policy_new_after_hours_check check (new_after_hours between 1 and 8760),
    stalled_after_days   int not null constraint policy_stalled_after_days_check check (stalled_after_days between 1 and 365),
    take_back_after_days int constraint policy_take_back_after_days_check check (take_back_after_days between 1 and 730),
    version              bigint not null,
    constraint policy_order_check check (take_back_after_days > stalled_after_days)
);
create trigger audited after insert or update or delete on policy for each row execute function record_change('id');
insert into policy values ('00000000-0000-7000-8000-000000000001', true, '{NAME,EMAIL,PHONE,STREET}', 75, 48, 21, null, 0);

-- When a partner is reminded that its answer is due, and whether it was.
alter table distribution
    add column remind_at timestamptz,
    add column reminded_at timestamptz,
    add constraint distribution_reminder_check check (remind_at < answer_by);
create index distribution_remind_idx on distribution (remind_at) where status = 'DELIVERED' and reminded_at is null;

-- What a partner's people did tells whether it is at work.
alter table opportunity_event add column by_partner boolean not null default false;
alter table note add column by_partner boolean not null default false;
alter table opportunity_event disable trigger opportunity_event_kept;
update opportunity_event e set by_partner = true from app_user u where u.id = e.actor_id and u.partner_id is not null;
alter table opportunity_event enable trigger opportunity_event_kept;
update note n set by_partner = true from app_user u where u.id = n.author_id and u.partner_id is not null;
create index opportunity_event_partner_idx on opportunity_event (opportunity_id, at desc) where by_partner;
create index note_partner_idx on note (opportunity_id, created_at desc) where by_partner;

create function partner_active_at(which uuid, accepted timestamptz) returns timestamptz language sql stable
    return greatest(accepted, (select max(e.at) from opportunity_event e where e.opportunity_id = which and e.by_partner),
                    (select max(n.created_at) from note n where n.opportunity_id = which and n.by_partner));
-- NEW: nothing has been done since it was accepted; OVERDUE: past the date by which it was to be closed; STALLED: nothing for long.
create function alert_of(status text, active timestamptz, accepted timestamptz, due_on date, at timestamptz) returns text language sql stable
    return (select case when status not in ('ACCEPTED', 'ON_HOLD') then null
                        when due_on < (at at time zone 'UTC')::date then 'OVERDUE'
                        when status = 'ON_HOLD' then null
                        when active <= at - make_interval(days => p.stalled_after_days) then 'STALLED'
                        when active <= accepted and accepted <= at - make_interval(hours => p.new_after_hours) then 'NEW' end
              from policy p);
