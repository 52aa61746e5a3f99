-- by_partner records whether a user of a partner wrote it, which counts as activity.
create table note (
    id                uuid primary key,
    opportunity_id    uuid not null constraint note_opportunity_fkey references opportunity,
    collaboration_id  uuid,
    author_id         uuid not null constraint note_author_fkey references app_user,
    partner_id        uuid constraint note_partner_fkey references partner,
    visibility        text not null constraint note_visibility_check check (visibility in ('EVERYONE', 'PARTNER', 'STAFF')),
    text              text not null constraint note_text_check check (length(btrim(text)) between 1 and 10000),
    by_partner        boolean not null default false,
    created_at        timestamptz not null,
    edited_at         timestamptz,
    deleted_at        timestamptz,
    version           bigint not null,
    constraint note_partner_check check (visibility <> 'PARTNER' or partner_id is not null)
);
create index note_opportunity_idx on note (opportunity_id, created_at desc, id desc);
create index note_partner_idx on note (opportunity_id, created_at desc) where by_partner;

-- The text of a note before an edit or a deletion.
create table note_revision (
    note_id      uuid not null constraint note_revision_note_fkey references note,
    text         text not null,
    replaced_at  timestamptz not null,
    primary key (note_id, replaced_at)
);

-- The files of notes. Their content is in a table of its own, so that lists and the audit log do not read it.
create table attachment (
    id          uuid primary key,
    note_id     uuid not null constraint attachment_note_fkey references note,
    position    int not null constraint attachment_position_check check (position between 1 and 10),
    name        text not null constraint attachment_name_check check (length(btrim(name)) between 1 and 200),
    size        int not null constraint attachment_size_check check (size between 1 and 10485760),
    sha256      bytea not null constraint attachment_sha256_check check (length(sha256) = 32),
    created_at  timestamptz not null,
    constraint attachment_position_key unique (note_id, position)
);

create table attachment_content (
    attachment_id  uuid primary key constraint attachment_content_attachment_fkey references attachment on delete cascade,
    content        bytea not null
);
alter table attachment_content alter column content set storage external;

-- What happened to an opportunity. by_partner records whether a user of a partner did it, which counts as activity.
create table opportunity_event (
    id                uuid primary key,
    opportunity_id    uuid not null constraint opportunity_event_opportunity_fkey references opportunity,
    kind              text not null,
    actor_id          uuid constraint opportunity_event_actor_fkey references app_user,
    partner_id        uuid constraint opportunity_event_partner_fkey references partner,
    collaboration_id  uuid,
    by_partner        boolean not null default false,
    details           jsonb not null,
    at                timestamptz not null
);
create index opportunity_event_opportunity_idx on opportunity_event (opportunity_id, at desc, id desc);
create index opportunity_event_partner_idx on opportunity_event (opportunity_id, at desc) where by_partner;
