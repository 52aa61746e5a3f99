-- Responses under the idempotency keys of callers, so that a repeated request has no second effect. The body is encrypted with the key, of which
-- only a hash is stored.
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

-- The request and sign-in limits of callers, shared by all instances. Unlogged: after a crash of the database they start again.
create unlogged table bucket (
    id          text primary key,
    state       bytea,
    expires_at  bigint
);
create index bucket_expires_idx on bucket (expires_at);

-- The recurring jobs, each run once for all instances. db-scheduler owns the layout of this table.
create table scheduled_tasks (
    task_name             text not null,
    task_instance         text not null,
    task_data             bytea,
    execution_time        timestamptz not null,
    picked                boolean not null,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  int,
    last_heartbeat        timestamptz,
    version               bigint not null,
    priority              smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time_idx on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on scheduled_tasks (last_heartbeat);
