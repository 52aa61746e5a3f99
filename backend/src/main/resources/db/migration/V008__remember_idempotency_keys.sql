-- What was answered under a key that a caller chose, so that asking again does nothing again. The body can be read only
-- by whoever knows the key: of the key itself there is no more than a hash.
create table idempotency_key (
    caller_id    uuid not null constraint idempotency_key_caller_fkey references app_user,
    key_hash     text not null,
    fingerprint  text not null,
    status       int not null constraint idempotency_key_status_check check (status between 200 and 299),
    etag         text,
    location     text,
    body         bytea not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    primary key (caller_id, key_hash)
);
create index idempotency_key_expires_idx on idempotency_key (expires_at);
