-- The secret that a user shares with an authenticator app, encrypted with the secret of the installation. Signing in needs a code from the
-- moment that app_user names.
alter table app_user
    add column second_factor_since timestamptz,
    add constraint app_user_second_factor_check check (second_factor_since is null or kind = 'PERSON');

create table second_factor (
    user_id     uuid primary key constraint second_factor_user_fkey references app_user,
    secret      bytea not null,
    created_at  timestamptz not null,
    last_step   bigint
);

-- Codes for who has lost the app. Each works once.
create table recovery_code (
    id         uuid primary key,
    user_id    uuid not null constraint recovery_code_user_fkey references app_user,
    code_hash  text not null,
    used_at    timestamptz,
    constraint recovery_code_key unique (user_id, code_hash)
);

-- The roles whose users must have a second factor.
alter table policy
    add column second_factor_roles text[] not null default '{}'
        constraint policy_second_factor_roles_check check (second_factor_roles <@
            array['ADMIN', 'CHANNEL_MANAGER', 'SALES', 'ANALYST', 'PARTNER_ADMIN', 'PARTNER_MANAGER', 'PARTNER_SELLER']);

alter table account_notice
    drop constraint account_notice_kind_check,
    add constraint account_notice_kind_check check (kind in
        ('PASSWORD_CHANGED', 'EMAIL_CHANGED', 'SECOND_FACTOR_ENABLED', 'SECOND_FACTOR_DISABLED', 'RECOVERY_CODE_USED'));
