-- What people are told, in the app and by mail. Written with what happened, in the same transaction.
create table notification (
    id              uuid primary key,
    user_id         uuid not null constraint notification_user_fkey references app_user,
    kind            text not null constraint notification_kind_check check (kind in
                        ('DELIVERED', 'REMINDER', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RECALLED', 'NO_PARTNER_LEFT', 'SHARED', 'ASSIGNED', 'RETURNED',
                         'TAKEN_BACK', 'INACTIVE', 'TO_APPROVE', 'APPROVED', 'REJECTED', 'CLOSED', 'MENTIONED')),
    opportunity_id  uuid not null constraint notification_opportunity_fkey references opportunity,
    topic           text not null,
    number          text not null,
    about           text,
    reason_code     text,
    excerpt         text,
    answer_by       timestamptz,
    in_app          boolean not null,
    created_at      timestamptz not null,
    read_at         timestamptz
);
create index notification_user_idx on notification (user_id, created_at desc, id desc) where in_app;
create index notification_unread_idx on notification (user_id) where in_app and read_at is null;

-- What waits to be sent.
create table mail (
    id               uuid primary key,
    notification_id  uuid not null constraint mail_notification_key unique constraint mail_notification_fkey references notification,
    attempts         int not null default 0,
    next_try_at      timestamptz,
    sent_at          timestamptz,
    failure          text,
    constraint mail_done_check check (sent_at is null or next_try_at is null)
);
create index mail_due_idx on mail (next_try_at) where next_try_at is not null;

alter table app_user
    add column muted_in_app text[] not null default '{}',
    add column muted_mail text[] not null default '{}';

alter table notification enable row level security;
alter table notification force row level security;
create policy the_system on notification using ((select caller_side()) = 'SYSTEM');
create policy its_own on notification using (user_id = (select caller_person()));
create policy written_for_others on notification for insert with check ((select caller_side()) in ('VENDOR', 'PARTNER'));
alter table mail enable row level security;
alter table mail force row level security;
create policy the_system on mail using ((select caller_side()) = 'SYSTEM');
create policy written_for_others on mail for insert with check ((select caller_side()) in ('VENDOR', 'PARTNER'));
create trigger audited after insert or update or delete on notification for each row execute function record_change('id');
create trigger audited after insert or update or delete on mail for each row execute function record_change('id');

-- What changed, for those who look at it right now; kept for a day. A row counts once every transaction that began before its own
-- has ended, so that who has read up to (tx, id) has missed nothing.
create table live_change (
    id                bigint generated always as identity primary key,
    tx                bigint not null default pg_current_xact_id()::text::bigint,
    kind              text not null,
    opportunity_id    uuid constraint live_change_opportunity_fkey references opportunity,
    partner_id        uuid,
    collaboration_id  uuid,
    staff_only        boolean not null,
    user_id           uuid,
    at                timestamptz not null default clock_timestamp()
);
create index live_change_order_idx on live_change (tx, id);
create index live_change_at_idx on live_change (at);
alter table live_change enable row level security;
alter table live_change force row level security;
create policy the_system on live_change using ((select caller_side()) = 'SYSTEM');
create policy the_vendor on live_change for select using ((select caller_side()) = 'VENDOR' and (user_id is null or user_id = (select caller_person())));
create policy its_own on live_change for select using (user_id = (select caller_person()));
create policy on_a_seen_opportunity on live_change for select
    using ((select caller_partner()) is not null and user_id is null and not staff_only
           and case when collaboration_id is null then partner_id is null or partner_id = (select caller_partner())
                    else collaboration_id in (select c.collaboration_id from collaborator c
                                               where c.partner_id = (select caller_partner()) and c.joined_at is not null) end
           and exists (select from opportunity o where o.id = opportunity_id));
create policy written_by_triggers on live_change for insert with check (true);

create function tell_live() returns trigger language plpgsql as $$
declare
    line jsonb := to_jsonb(new);
begin
    insert into live_change (kind, opportunity_id, partner_id, collaboration_id, staff_only, user_id)
    values (case tg_table_name when 'note' then 'NOTE' when 'notification' then 'NOTIFICATION' else line ->> 'kind' end, new.opportunity_id,
            (line ->> 'partner_id')::uuid, (line ->> 'collaboration_id')::uuid, coalesce(line ->> 'visibility' = 'STAFF', false), (line ->> 'user_id')::uuid);
    return null;
end $$;
create trigger told_live after insert on opportunity_event for each row execute function tell_live();
create trigger told_live after insert or update on note for each row execute function tell_live();
create trigger told_live after insert or update on notification for each row execute function tell_live();
