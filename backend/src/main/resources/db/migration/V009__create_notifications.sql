-- Notifications of users, shown in the app, sent by mail or both. They are written in the transaction of the event.
create table notification (
    id              uuid primary key,
    user_id         uuid not null constraint notification_user_fkey references app_user,
    kind            text not null constraint notification_kind_check check (kind in
                                        ('DELIVERED', 'REMINDER', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RECALLED', 'NO_PARTNER_LEFT', 'SHARED', 'ASSIGNED', 'RETURNED', 'TAKEN_BACK',
                         'INACTIVE', 'EXTENSION_REQUESTED', 'EXTENSION_DECIDED', 'TO_APPROVE', 'APPROVED', 'REJECTED', 'CLOSED', 'MENTIONED',
                         'REGISTRATION_SUBMITTED', 'REGISTRATION_DECIDED', 'REGISTRATION_ENDING', 'REGISTRATION_OVERDUE', 'REGISTRATION_DUE')),
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

-- The outbox: mails to send, and their results.
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

-- Changes for clients that are connected right now, kept for a day. A change is visible to readers once every transaction that began before
-- its own has ended, so a reader that has read up to (tx, id) has missed nothing.
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
