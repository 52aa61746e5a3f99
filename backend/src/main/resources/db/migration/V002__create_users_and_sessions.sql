-- Users of the vendor, users of partners, and API clients.
create table app_user (
    id             uuid primary key,
    kind           text not null constraint app_user_kind_check check (kind in ('PERSON', 'CLIENT')),
    name           text not null constraint app_user_name_check check (length(btrim(name)) between 1 and 200),
    email          text,
    role           text not null constraint app_user_role_check check (role in
                       ('ADMIN', 'CHANNEL_MANAGER', 'SALES', 'ANALYST', 'PARTNER_ADMIN', 'PARTNER_MANAGER', 'PARTNER_SELLER')),
    partner_id     uuid,
    status         text not null constraint app_user_status_check check (status in ('INVITED', 'ACTIVE', 'DEACTIVATED')),
    language       text not null constraint app_user_language_check check (language in ('en', 'et')),
    password_hash  text,
    muted_in_app   text[] not null default '{}',
    muted_mail     text[] not null default '{}',
    created_at     timestamptz not null,
    version        bigint not null,
    constraint app_user_person_check check (kind = 'CLIENT' or email is not null),
    constraint app_user_company_check check ((role like 'PARTNER_%') = (partner_id is not null)),
    constraint app_user_password_check check (status <> 'ACTIVE' or kind = 'CLIENT' or password_hash is not null)
);
create unique index app_user_email_key on app_user (lower(email));
create index app_user_partner_idx on app_user (partner_id);

create table session (
    id            uuid primary key,
    user_id       uuid not null constraint session_user_fkey references app_user,
    user_agent    text,
    created_at    timestamptz not null,
    last_used_at  timestamptz not null,
    expires_at    timestamptz not null,
    ended_at      timestamptz
);
create index session_user_idx on session (user_id) where ended_at is null;

create table refresh_token (
    hash        text primary key,
    session_id  uuid not null constraint refresh_token_session_fkey references session on delete cascade,
    expires_at  timestamptz not null,
    used_at     timestamptz
);
create index refresh_token_session_idx on refresh_token (session_id);

create table invitation (
    id           uuid primary key,
    user_id      uuid not null constraint invitation_user_fkey references app_user,
    token_hash   text not null constraint invitation_token_key unique,
    expires_at   timestamptz not null,
    accepted_at  timestamptz
);

create table api_client (
    user_id                uuid primary key constraint api_client_user_fkey references app_user,
    client_id              text not null constraint api_client_client_id_key unique,
    secret_hash            text not null,
    previous_secret_hash   text,
    previous_secret_until  timestamptz,
    scopes                 text[] not null,
    created_at             timestamptz not null,
    revoked_at             timestamptz,
    version                bigint not null default 0,
    constraint api_client_previous_secret_check check ((previous_secret_hash is null) = (previous_secret_until is null))
);

-- The keys that sign access tokens, shared by all instances. The private key is encrypted with the installation's secret.
create table signing_key (
    id              uuid primary key,
    public_key      text not null,
    private_key     bytea not null,
    created_at      timestamptz not null,
    signs_from      timestamptz not null,
    verifies_until  timestamptz,
    revoked_at      timestamptz,
    version         bigint not null,
    constraint signing_key_order_check check (signs_from >= created_at)
);
