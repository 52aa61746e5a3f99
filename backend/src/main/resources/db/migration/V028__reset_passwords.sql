-- Somebody has asked for a new password for this address. A job decides whether that leads to a mail, so the answer and its time are the same
-- for an address without an account.
create table password_reset_request (
    id            uuid primary key,
    email         text not null,
    requested_at  timestamptz not null
);

-- The right of a user to choose a new password without the old one, by one of two links: that in the mail, and that of an administrator.
create table password_reset (
    id                 uuid primary key,
    user_id            uuid not null constraint password_reset_user_fkey references app_user,
    token_hash         text constraint password_reset_token_key unique,
    mailed_token_hash  text constraint password_reset_mailed_token_key unique,
    created_at         timestamptz not null,
    expires_at         timestamptz not null,
    used_at            timestamptz,
    ended_at           timestamptz,
    constraint password_reset_order_check check (expires_at > created_at),
    constraint password_reset_end_check check (used_at is null or ended_at is null)
);
create index password_reset_user_idx on password_reset (user_id, created_at);

-- A new address of a user, who must confirm it by the link in a mail to it.
create table email_change (
    id                 uuid primary key,
    user_id            uuid not null constraint email_change_user_fkey references app_user,
    email              text not null,
    mailed_token_hash  text constraint email_change_mailed_token_key unique,
    created_at         timestamptz not null,
    expires_at         timestamptz not null,
    confirmed_at       timestamptz,
    ended_at           timestamptz,
    constraint email_change_order_check check (expires_at > created_at),
    constraint email_change_end_check check (confirmed_at is null or ended_at is null)
);
create unique index email_change_open_key on email_change (user_id) where confirmed_at is null and ended_at is null;
create index email_change_user_idx on email_change (user_id, created_at);

-- What a user must know about the account, and where the mail goes: of a changed address to the old one.
create table account_notice (
    id       uuid primary key,
    user_id  uuid not null constraint account_notice_user_fkey references app_user,
    kind     text not null constraint account_notice_kind_check check (kind in ('PASSWORD_CHANGED', 'EMAIL_CHANGED')),
    email    text not null,
    at       timestamptz not null
);
create index account_notice_user_idx on account_notice (user_id);

-- A mail contains one of these.
alter table mail
    add column password_reset_id uuid constraint mail_password_reset_key unique
        constraint mail_password_reset_fkey references password_reset on delete cascade,
    add column email_change_id uuid constraint mail_email_change_key unique
        constraint mail_email_change_fkey references email_change on delete cascade,
    add column account_notice_id uuid constraint mail_account_notice_key unique
        constraint mail_account_notice_fkey references account_notice on delete cascade,
    drop constraint mail_content_check,
    add constraint mail_content_check
        check (num_nonnulls(notification_id, invitation_id, password_reset_id, email_change_id, account_notice_id) = 1);
