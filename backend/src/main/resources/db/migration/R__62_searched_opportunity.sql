drop view if exists opportunity_as_searched;

-- What searched_opportunity contains, computed from the opportunities as they are listed. A partner finds an opportunity by the customer's
-- codes and contacts once it works on it: until then contacts may be masked, and the partner may not know the customer.
create view opportunity_as_searched with (security_invoker) as
    select l.viewer_id, l.opportunity_id, l.visible_to, case when l.joined_at is not null then l.collaboration_id end as collaboration_id,
           folded_words(concat_ws(' ', l.number, l.topic, l.customer_name, l.partner_name, l.collaborators,
                                  k.registry_code, k.vat_number, k.web_domain, k.contacts)) as searched
      from listed_opportunity l
      left join lateral (
           select c.registry_code, c.vat_number, c.web_domain,
                  (select string_agg(concat_ws(' ', p.name, p.email), ' ' order by p.id)
                     from opportunity_contact x join customer_contact p on p.id = x.contact_id where x.opportunity_id = l.opportunity_id) as contacts
             from customer c where c.id = l.customer_id) k on l.viewer_id = '00000000-0000-0000-0000-000000000000' or l.status <> 'DELIVERED'
    union all
    select '00000000-0000-0000-0000-000000000001', l.opportunity_id, null, null, folded_words(concat_ws(' ', l.number, l.topic, l.customer_name))
      from listed_opportunity l
     where l.viewer_id = '00000000-0000-0000-0000-000000000000' and l.status = 'POOL';

-- Brings the rows of these opportunities up to date, of one listed viewer or of all, and returns how many were not. The caller holds the lock
-- of the vendor's rows in listed_opportunity, as refresh_listed_opportunities does.
create or replace function refresh_searched_opportunities(which uuid[], viewer uuid) returns int language plpgsql security definer
    set search_path from current set plan_cache_mode = force_generic_plan as $$
declare
    changed int;
    viewers uuid[] := case when viewer = '00000000-0000-0000-0000-000000000000' then array[viewer, '00000000-0000-0000-0000-000000000001'] else array[viewer] end;
begin
    -- The rows are computed once, and only those: a condition on the view itself would make PostgreSQL compute all of them.
    with s as materialized (
        select * from opportunity_as_searched where opportunity_id = any (which) and (viewer is null or viewer_id = any (viewers))),
    gone as (
        delete from searched_opportunity f
         where f.opportunity_id = any (which) and (viewer is null or f.viewer_id = any (viewers))
           and not exists (select from s where s.opportunity_id = f.opportunity_id and s.viewer_id = f.viewer_id)
        returning 1),
    written as (
        insert into searched_opportunity as f (viewer_id, opportunity_id, visible_to, collaboration_id, searched)
        select s.viewer_id, s.opportunity_id, s.visible_to, s.collaboration_id, s.searched from s order by s.viewer_id, s.opportunity_id
            on conflict (viewer_id, opportunity_id) do update
           set (visible_to, collaboration_id, searched) = (excluded.visible_to, excluded.collaboration_id, excluded.searched)
         where f is distinct from excluded
        returning 1)
    select (select count(*) from gone) + (select count(*) from written) into changed;
    return changed;
end $$;

create or replace function search_listed() returns trigger language plpgsql security definer set search_path from current as $$
declare
    listed listed_opportunity := coalesce(new, old);
begin
    perform refresh_searched_opportunities(array[listed.opportunity_id], listed.viewer_id);
    return null;
end $$;
-- Contacts of an opportunity, and the codes of a customer. Both wait for those who list the opportunity.
create or replace function search_contacts() returns trigger language plpgsql security definer set search_path from current as $$
declare
    changed jsonb := to_jsonb(coalesce(new, old));
    which uuid[];
begin
    which := case tg_table_name
        when 'opportunity_contact' then array[(changed ->> 'opportunity_id')::uuid]
        when 'customer_contact' then array(select x.opportunity_id from opportunity_contact x where x.contact_id = (changed ->> 'id')::uuid)
        when 'customer' then array(select l.opportunity_id from listed_opportunity l
                                    where l.customer_id = (changed ->> 'id')::uuid and l.viewer_id = '00000000-0000-0000-0000-000000000000') end;
    perform from listed_opportunity l
      where l.viewer_id = '00000000-0000-0000-0000-000000000000' and l.opportunity_id = any (which) order by l.opportunity_id for no key update;
    perform refresh_searched_opportunities(which, null);
    return null;
end $$;

create or replace trigger searched after insert or delete on listed_opportunity for each row execute function search_listed();
create or replace trigger searched_again after update on listed_opportunity for each row
    when ((old.visible_to, old.number, old.topic, old.customer_id, old.customer_name, old.partner_name, old.collaborators, old.collaboration_id, old.joined_at)
          is distinct from
          (new.visible_to, new.number, new.topic, new.customer_id, new.customer_name, new.partner_name, new.collaborators, new.collaboration_id, new.joined_at)
          or (old.status in ('DELIVERED', 'POOL') or new.status in ('DELIVERED', 'POOL')) and old.status <> new.status)
    execute function search_listed();
create or replace trigger searched after insert or delete on opportunity_contact for each row execute function search_contacts();
create or replace trigger searching before update of name, email on customer_contact for each row
    when ((old.name, old.email) is distinct from (new.name, new.email)) execute function wait_for_listing();
create or replace trigger searched after update of name, email on customer_contact for each row
    when ((old.name, old.email) is distinct from (new.name, new.email)) execute function search_contacts();
create or replace trigger searching before update of registry_code, vat_number, web_domain on customer for each row
    when ((old.registry_code, old.vat_number, old.web_domain) is distinct from (new.registry_code, new.vat_number, new.web_domain))
    execute function wait_for_listing();
create or replace trigger searched after update of registry_code, vat_number, web_domain on customer for each row
    when ((old.registry_code, old.vat_number, old.web_domain) is distinct from (new.registry_code, new.vat_number, new.web_domain))
    execute function search_contacts();

-- Whether a word is in more than a thirtieth of the notes, by up to 150 of them on 30 pages. The index would list all notes that have it.
-- Codes are not.
create or replace function is_common_in_notes(word text) returns boolean language plpgsql stable as $$
declare
    pages bigint := (select c.relpages from pg_class c where c.oid = 'note'::regclass);
begin
    return pages > 1000 and not (length(word) > 4 and word ~ '\d')
        and (select count(*) filter (where has_word(n.searched, word)) * 30 > count(*)
               from note n
              where n.ctid = any (array(select format('(%s,%s)', (hashint8extended(page, 0) & 9223372036854775807) % pages, line)::tid
                                          from generate_series(1, 30) page, generate_series(1, 5) line)));
end $$;
-- The opportunities whose notes have a word, for the vendor; null if there are more than so many notes. The settings leave PostgreSQL the
-- index of the texts.
create or replace function noted_with(word text, at_most int) returns uuid[] language plpgsql stable
    set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_indexscan = off as $$
declare
    ids uuid[];
begin
    if not is_common_in_notes(word) then
        ids := array(select n.opportunity_id from note n where n.deleted_at is null and has_word(n.searched, word) limit at_most + 1);
    end if;
    return case when cardinality(ids) <= at_most then ids end;
end $$;
-- Opportunities among which are all that have all words, for the vendor; null if there are more than so many. Each of them has a word in a
-- note, or all words in the opportunity. Words that are common in notes cannot be looked up there, so they are left out as if found.
create or replace function searched_everywhere(words text[], at_most int) returns uuid[] language plpgsql stable
    set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_indexscan = off as $$
declare
    rare text[] := '{}';
    ids uuid[] := '{}';
    noted uuid[];
    word text;
begin
    foreach word in array words loop
        noted := noted_with(word, at_most);
        if noted is not null then
            rare := rare || word;
            ids := ids || noted;
        end if;
    end loop;
    if cardinality(rare) = 0 then
        return null;
    end if;
    -- The notes of the candidates are read for the other words.
    if cardinality(rare) < cardinality(words) then
        at_most := at_most / 5;
    end if;
    ids := ids || array(
        select f.opportunity_id from searched_opportunity f
         where f.viewer_id = '00000000-0000-0000-0000-000000000000'
           and has_word(f.searched, rare[1]) and has_word(f.searched, coalesce(rare[2], rare[1]))
           and has_word(f.searched, coalesce(rare[3], rare[1])) and has_word(f.searched, coalesce(rare[4], rare[1]))
         limit at_most + 1);
    return case when cardinality(ids) <= at_most then array(select distinct x from unnest(ids) x) end;
end $$;

-- Which of these opportunities have all words in what a viewer may read: in the opportunity or in its notes. Row-level security applies.
-- For many opportunities of the vendor, the notes with a word are looked up once, if they are few.
create or replace function searched_among(viewer uuid, which uuid[], words text[]) returns uuid[] language plpgsql stable
    set plan_cache_mode = force_generic_plan as $$
declare
    is_vendor boolean := viewer = '00000000-0000-0000-0000-000000000000';
    found_by text;
    noted uuid[];
begin
    foreach found_by in array words loop
        exit when cardinality(which) = 0;
        noted := case when is_vendor and cardinality(which) > 50 then noted_with(found_by, 10000) end;
        which := array(
            select f.opportunity_id
              from searched_opportunity f
             where f.viewer_id = viewer and f.opportunity_id = any (which)
               and (has_word(f.searched, found_by)
                    or f.opportunity_id in (select unnest(noted))
                    or noted is null
                       and exists (
                           select from note n
                            where n.opportunity_id = f.opportunity_id and n.deleted_at is null
                              and (is_vendor
                                   or n.visibility <> 'STAFF'
                                      and case when n.collaboration_id is null then n.partner_id is null or n.partner_id = viewer
                                               else n.collaboration_id = f.collaboration_id end)
                              and has_word(n.searched, found_by))));
    end loop;
    return which;
end $$;

-- Searches these opportunities, which are the first of a list. If none of them has all words, then it searches all opportunities (whole),
-- unless more than at_most would have to be examined.
create or replace function search_opportunities(viewer uuid, q text, which uuid[], at_most int, out ids uuid[], out whole boolean)
    language plpgsql stable as $$
declare
    words text[] := search_words(q);
    candidates uuid[];
begin
    whole := cardinality(words) = 0;
    ids := case when whole then '{}'::uuid[] else searched_among(viewer, which, words) end;
    if not whole and at_most > 0 and cardinality(ids) = 0 then
        candidates := searched_everywhere(words, at_most);
        whole := candidates is not null;
        if whole then
            ids := case when cardinality(words) = 1 then candidates else searched_among(viewer, candidates, words) end;
        end if;
    end if;
end $$;

-- After an upgrade and after a change of this file: what is missing is filled in at once, and a job brings everything up to date. The view has
-- its columns in the order of the table.
insert into searched_opportunity
select s.* from opportunity_as_searched s
 where not exists (select from searched_opportunity f where f.viewer_id = s.viewer_id and f.opportunity_id = s.opportunity_id);
insert into relisting default values on conflict (id) do update set after_id = null;
create index if not exists searched_opportunity_idx on searched_opportunity using gin (searched gin_trgm_ops)
    with (gin_pending_list_limit = 1024) where viewer_id = '00000000-0000-0000-0000-000000000000';
