-- Removes accents; its rules also cover letters such as ø, ł, ß and æ.
create extension if not exists unaccent;

-- A text as it is searched and compared: in lower case, without accents, apostrophes and invisible characters. ß becomes ss, and æ becomes ae.
-- Generated columns use this function and the next one, so they are created here and not in a repeatable migration. Removing accents is
-- not immutable only because the rules could be replaced; those of PostgreSQL are used. Most texts need no normalization.
create function folded(text text) returns text language sql immutable strict parallel safe
    return replace(replace(replace(replace(
               lower(unaccent('unaccent'::regdictionary, case when text is nfc normalized then text else normalize(text, NFC) end)),
               '''', ''), U&'\200B', ''), U&'\2060', ''), U&'\FEFF', '');
-- The folded words of a text, each after a space, so that a pattern can find the beginning of a word. What stands between them becomes spaces.
create function folded_words(text text) returns text language sql immutable strict parallel safe
    return ' ' || regexp_replace(folded(text), '[^[:alnum:] ]', ' ', 'g');

-- As in V004, but with the same folding as everything else.
create or replace function company_key(name text) returns text language sql immutable strict parallel safe
    return (select coalesce(string_agg(word, ' ' order by word), lower(btrim(name)))
              from (select distinct word
                      from regexp_split_to_table(folded_words(translate(name, '.`´"', '')), ' +') word) words
             where word <> ''
               and word not in ('ou', 'as', 'mtu', 'sa', 'fie', 'tu', 'uu', 'sia', 'ik', 'uab', 'ab', 'mb', 'vsi', 'ii', 'oy', 'oyj', 'ky', 'ry', 'gmbh', 'ag', 'kg',
                                'co', 'ug', 'mbh', 'ltd', 'limited', 'llc', 'llp', 'plc', 'inc', 'corp', 'corporation', 'company', 'aktsiaselts', 'osauhing',
                                'akciju', 'sabiedriba', 'bendrove', 'uzdaroji', 'akcine', 'osakeyhtio', 'aktiebolag', 'sp', 'z', 'o', 'oo', 'zoo', 'spzoo', 'bv', 'nv', 'sarl',
                                'srl', 'spa', 'aps', 'asa', 'se', 'the', 'and', 'und', 'ja', 'un', 'ir', 'och'));
alter table customer disable trigger user;
update customer set name = name where name_key <> company_key(name);
alter table customer enable trigger user;

-- What q finds in the lists of customers, partners and registrations.
alter table customer add column searched text not null generated always as
    (folded_words(name || ' ' || coalesce(registry_code, '') || ' ' || coalesce(vat_number, '') || ' ' || coalesce(web_domain, ''))) stored;
create index customer_searched_idx on customer using gin (searched gin_trgm_ops);
alter table partner add column searched text not null generated always as (folded_words(name || ' ' || coalesce(registry_code, ''))) stored;
create index partner_searched_idx on partner using gin (searched gin_trgm_ops);
alter table deal_registration add column searched text not null generated always as (folded_words(number || ' ' || topic || ' ' || customer_name)) stored;
create index deal_registration_searched_idx on deal_registration using gin (searched gin_trgm_ops);

-- What q finds in notes. A note is searched in its own row, so that it has the same readers, and so that writing it adds no other row.
alter table note add column searched text not null generated always as (folded_words(text)) stored;
create index note_searched_idx on note using gin (searched gin_trgm_ops) with (gin_pending_list_limit = 1024) where deleted_at is null;

-- Nothing searches by these any more.
drop index customer_name_trgm, partner_name_trgm, opportunity_topic_trgm;

-- What q finds in opportunities, except for their notes: one row for the vendor (viewer_id is zero), one for those who see the opportunity
-- in the pool (viewer_id is one), and one for each partner that sees it outside the pool. R__62_searched_opportunity.sql says what the
-- columns contain, keeps them up to date, and creates the index of the text, which is faster once the rows are there.
--   visible_to        the seller of the partner that sees it; null for none
--   collaboration_id  the collaboration whose notes the partner reads; null for none
create table searched_opportunity (
    viewer_id         uuid not null,
    opportunity_id    uuid not null constraint searched_opportunity_opportunity_fkey references opportunity on delete cascade,
    visible_to        uuid,
    collaboration_id  uuid,
    searched          text not null,
    constraint searched_opportunity_key primary key (viewer_id, opportunity_id)
) with (fillfactor = 95);
create index searched_opportunity_opportunity_idx on searched_opportunity (opportunity_id);
