create table note (
    id              uuid primary key,
    opportunity_id  uuid not null constraint note_opportunity_fkey references opportunity,
    author_id       uuid not null constraint note_author_fkey references app_user,
    partner_id      uuid constraint note_partner_fkey references partner,
    visibility      text not null constraint note_visibility_check check (visibility in ('EVERYONE', 'STAFF')),
    text            text not null constraint note_text_check check (length(btrim(text)) between 1 and 10000),
    created_at      timestamptz not null,
    edited_at       timestamptz,
    deleted_at      timestamptz,
    version         bigint not null
);
create index note_opportunity_idx on note (opportunity_id, created_at desc, id desc);

-- What a note said before it was edited or deleted.
create table note_revision (
    note_id      uuid not null constraint note_revision_note_fkey references note,
    text         text not null,
    replaced_at  timestamptz not null,
    primary key (note_id, replaced_at)
);

create table opportunity_event (
    id              uuid primary key,
    opportunity_id  uuid not null constraint opportunity_event_opportunity_fkey references opportunity,
    kind            text not null,
    actor_id        uuid constraint opportunity_event_actor_fkey references app_user,
    partner_id      uuid constraint opportunity_event_partner_fkey references partner,
    details         jsonb not null,
    at              timestamptz not null
);
create index opportunity_event_opportunity_idx on opportunity_event (opportunity_id, at desc, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what happened cannot be changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger opportunity_event_kept before update or delete on opportunity_event
    for each row execute function refuse_change();
