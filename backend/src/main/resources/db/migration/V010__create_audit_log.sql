-- Every change of a row and every denied request. Triggers and functions of the owner write it; the application can only read it.
create table audit_event (
    id         bigint generated always as identity primary key,
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
    constraint audit_event_shape_check check ((kind = 'CHANGE') = (operation is not null) and (kind = 'DENIAL') = (request is not null))
);
create index audit_event_thing_idx on audit_event (thing, thing_id, id desc);
create index audit_event_actor_idx on audit_event (actor_id, id desc);

-- Events are sealed within seconds of their commit: the hash of a seal covers the event and the seal before it.
create table audit_unsealed (event_id bigint primary key constraint audit_unsealed_event_fkey references audit_event);

create table audit_seal (
    position   bigint primary key constraint audit_seal_position_check check (position > 0),
    event_id   bigint not null constraint audit_seal_event_key unique constraint audit_seal_event_fkey references audit_event,
    hash       bytea not null,
    sealed_at  timestamptz not null default clock_timestamp()
);
