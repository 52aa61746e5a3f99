-- The audit log and its seals get a partition for each month, so that a month can be removed as a whole. See doc/adr/0026.
--
-- The events stay where they are: their table becomes the first partition, which contains everything up to the end of the current month.
-- The seals are copied, because each one needs the time of its event.
drop function if exists broken_seal();
drop function if exists audit_hash(bytea, audit_event);

do $$
declare
    last_event bigint := (select max(id) from audit_event);
    month date := date_trunc('month', greatest(now(), (select max(at) from audit_event)) at time zone 'UTC');
    suffix text := to_char(month, 'YYYY_MM');
    next_month text := to_char(month + interval '1 month', 'YYYY-MM-DD"T00:00Z"');
    policy record;
begin
    -- The owner reads it below.
    alter table audit_event no force row level security;
    for policy in select policyname from pg_policies where schemaname = current_schema() and tablename = 'audit_event' loop
        execute format('drop policy %I on audit_event', policy.policyname);
    end loop;
    alter table audit_event alter id drop identity;
    create sequence audit_event_id_seq;
    perform setval('audit_event_id_seq', last_event) where last_event is not null;

    alter table audit_unsealed drop constraint audit_unsealed_event_fkey, add event_at timestamptz;
    update audit_unsealed u set event_at = e.at from audit_event e where e.id = u.event_id;
    alter table audit_unsealed alter event_at set not null;

    drop trigger if exists audit_event_kept on audit_event;
    drop trigger if exists audit_event_not_emptied on audit_event;
    alter table audit_seal rename to audit_seal_before;
    alter table audit_seal_before drop constraint audit_seal_event_fkey, drop constraint audit_seal_pkey, drop constraint audit_seal_event_key;
    execute format('alter table audit_event rename to audit_event_%s', suffix);
    execute format('alter table audit_event_%s drop constraint audit_event_pkey', suffix);
    drop index audit_event_thing_idx, audit_event_actor_idx;

    create table audit_event (
        id         bigint not null default nextval('audit_event_id_seq'),
        at         timestamptz not null default clock_timestamp(),
        kind       text not null constraint audit_event_kind_check check (kind in ('CHANGE', 'DENIAL')),
        side       text not null,
        actor_id   uuid,
        trace_id   text not null,
        thing      text,
        thing_id   text,
        operation  text constraint audit_event_operation_check check (operation in ('INSERT', 'UPDATE', 'DELETE')),
        before     jsonb,
        after      jsonb,
        request    text,
        status     int,
        code       text,
        address    text,
        constraint audit_event_shape_check check ((kind = 'CHANGE') = (operation is not null) and (kind = 'DENIAL') = (request is not null)),
        constraint audit_event_pkey primary key (at, id)
    ) partition by range (at);
    alter sequence audit_event_id_seq owned by audit_event.id;
    -- For each filter, newest first. The index of actors contains what their events are filtered by as well.
    create index audit_event_thing_idx on audit_event (thing, at, id);
    create index audit_event_thing_id_idx on audit_event (thing_id, at, id);
    create index audit_event_actor_idx on audit_event (actor_id, at, id) include (kind, thing);
    create index audit_event_denial_idx on audit_event (at, id) include (actor_id) where kind = 'DENIAL';
    execute format('alter table audit_event attach partition audit_event_%s for values from (minvalue) to (%L)', suffix, next_month);

    create table audit_seal (
        position   bigint constraint audit_seal_position_check check (position > 0),
        event_id   bigint not null,
        event_at   timestamptz not null,
        hash       bytea not null,
        sealed_at  timestamptz not null default clock_timestamp(),
        constraint audit_seal_pkey primary key (position, event_at),
        constraint audit_seal_event_key unique (event_at, event_id)
    ) partition by range (event_at);
    execute format('create table audit_seal_%s (like audit_seal including defaults including constraints)', suffix);
    -- A seal without its event remains, too: it is broken.
    execute format('insert into audit_seal_%1$s select s.position, s.event_id, coalesce(e.at, s.sealed_at), s.hash, s.sealed_at'
                   ' from audit_seal_before s left join audit_event_%1$s e on e.id = s.event_id order by s.position', suffix);
    execute format('alter table audit_seal attach partition audit_seal_%s for values from (minvalue) to (%L)', suffix, next_month);
    drop table audit_seal_before;

    -- They receive what belongs to no month, so that no write can fail.
    create table audit_event_default partition of audit_event default;
    create table audit_seal_default partition of audit_seal default;
end $$;

-- How many months of the audit log are kept, from the settings; null for all. Only the owner can write it.
create table audit_retention (
    single  boolean primary key default true constraint audit_retention_single_check check (single),
    months  int constraint audit_retention_months_check check (months > 0)
);
insert into audit_retention default values;

-- Hashes of removed seals from which the chain continues: one for each gap that a removed month leaves. The rows are audited, so they are
-- sealed as well.
create table audit_anchor (
    position  bigint primary key constraint audit_anchor_position_check check (position > 0),
    hash      bytea not null,
    month     date not null
);

-- How far a job has verified the seals. It begins again after the end, so each seal is verified again and again.
create table audit_verification (
    single          boolean primary key default true constraint audit_verification_single_check check (single),
    began_at        timestamptz not null,
    position        bigint not null constraint audit_verification_position_check check (position >= 0),
    found_at        bigint,
    verified_since  timestamptz,
    broken_at       bigint
);
comment on column audit_verification.began_at is 'when the current pass began';
comment on column audit_verification.position is 'the last position that it has verified';
comment on column audit_verification.found_at is 'the first broken position that it has found';
comment on column audit_verification.verified_since is 'when the last complete pass began; null before the first one';
comment on column audit_verification.broken_at is 'the first broken position of the last complete pass, or of the current one';
insert into audit_verification (began_at, position) values (clock_timestamp(), 0);

-- One job deletes old rows instead of one for each table.
delete from scheduled_tasks where task_name in ('forget-old-keys', 'forget-live-changes');
