-- Entries of vocabularies are named in each language, ordered, retired and merged.
--
-- names has the names in single languages, by their tags; name is for all others. Entries without a position follow those with one, by name. A
-- retired entry stays where it is used and cannot be chosen any more; merged_into_id names the entry that has taken the place of this one.
do $$
declare
    vocabulary text;
begin
    foreach vocabulary in array array['tier', 'territory', 'competency', 'industry', 'product_line'] loop
        execute format($table$
            alter table %1$I
                add column names jsonb not null default '{}' constraint %1$s_names_check
                    check (jsonb_typeof(names) = 'object' and not names @? '$.* ? (@.type() != "string" || @ == "")'),
                add column retired_at timestamptz,
                add column merged_into_id uuid constraint %1$s_merged_into_fkey references %1$I,
                add constraint %1$s_merged_into_check check (merged_into_id is null or merged_into_id <> id and retired_at is not null);
            drop index %1$s_name_key;
            create unique index %1$s_name_key on %1$I (lower(name collate "und-x-icu")) where merged_into_id is null$table$, vocabulary);
        if vocabulary <> 'tier' then
            execute format('alter table %1$I add column position int constraint %1$s_position_check check (position > 0),
                                             add column version bigint not null default 0', vocabulary);
        end if;
    end loop;
end $$;

-- A merge of two entries. What refers to the one that goes is moved in short transactions: stage names the table, and after the last row that
-- was examined. A pass over all tables that finds nothing to move ends it.
create table vocabulary_merge (
    id            uuid primary key,
    vocabulary    text not null constraint vocabulary_merge_vocabulary_check
                      check (vocabulary in ('TIER', 'TERRITORY', 'COMPETENCY', 'INDUSTRY', 'PRODUCT_LINE')),
    gone_id       uuid not null,
    kept_id       uuid not null,
    requested_by  uuid not null constraint vocabulary_merge_requested_by_fkey references app_user,
    requested_at  timestamptz not null,
    stage         int not null default 0,
    after         uuid not null default '00000000-0000-0000-0000-000000000000',
    moved         bigint not null default 0,
    ended_at      timestamptz,
    constraint vocabulary_merge_gone_key unique (gone_id),
    constraint vocabulary_merge_kept_check check (kept_id <> gone_id)
);
create index vocabulary_merge_running_idx on vocabulary_merge (kept_id) where ended_at is null;
