-- How many requests each caller has left, and how many tries at a password; shared by all instances. Not worth a disk
-- write each: after a crash everybody starts afresh.
create unlogged table bucket (
    id          text primary key,
    state       bytea,
    expires_at  bigint
);
create index bucket_expires_idx on bucket (expires_at);
