-- Who a connection acts for. Whenever the application takes a connection from the pool, it sets the role of the actor and these settings:
--   sild.side     SYSTEM (jobs, the lookup of callers), ANONYMOUS (sign-in and the like), VENDOR, PARTNER; otherwise nobody. The role has
--                 the same name after that of the application. In functions that run as the owner, only the setting tells the actor.
--   sild.partner  the caller's partner
--   sild.person   the caller
--   sild.seller   'yes' if the caller sees only what is assigned to them
--   sild.held     the opportunity that the transaction has locked; it stays visible until the end, even after it is given away
create or replace function caller_side() returns text language sql stable parallel safe
    return coalesce(current_setting('sild.side', true), '');
create or replace function caller_partner() returns uuid language sql stable parallel safe
    return case when current_setting('sild.side', true) = 'PARTNER' then nullif(current_setting('sild.partner', true), '')::uuid end;
create or replace function caller_person() returns uuid language sql stable parallel safe
    return nullif(current_setting('sild.person', true), '')::uuid;
create or replace function caller_is_seller() returns boolean language sql stable parallel safe
    return coalesce(current_setting('sild.seller', true), '') = 'yes';
create or replace function held_opportunity() returns uuid language sql stable parallel safe
    return nullif(current_setting('sild.held', true), '')::uuid;

drop function if exists swap_setting(text, text);

-- For tables that are only appended to.
create or replace function reject_change() returns trigger language plpgsql as $$
begin
    raise exception 'what happened cannot be changed' using errcode = 'integrity_constraint_violation';
end $$;

-- Locks an idempotency key of a caller until the end of the transaction, and reads the response that is stored under it, if there is one.
-- The second statement sees what a transaction that held the lock before has stored.
create or replace function open_idempotency_key(caller uuid, its_hash text, at timestamptz, out locked boolean, out fingerprint text,
                                                out status int, out etag text, out location text, out body bytea) language plpgsql as $$
begin
    locked := pg_try_advisory_xact_lock(hashtextextended(caller || its_hash, 0));
    if locked then
        select k.fingerprint, k.status, k.etag, k.location, k.body into fingerprint, status, etag, location, body
          from idempotency_key k
         where k.caller_id = caller and k.key_hash = its_hash and k.expires_at > at;
    end if;
end $$;

-- Searching. A search finds what has all of its words. V014 has the folding: folded and folded_words.
--
-- The words of a search, the rarest first as far as one can tell: codes, then long words.
create or replace function search_words(q text) returns text[] language sql immutable strict parallel safe
    return (select coalesce(array_agg(word order by length(word) > 4 and word ~ '\d' desc, length(word) desc, word), '{}')
              from (select distinct word from unnest(string_to_array(folded_words(q), ' ')) word where word <> '') words);

-- Whether a word is in folded words: anywhere in a word from three letters on, otherwise at its beginning.
create or replace function has_word(words text, word text) returns boolean language sql immutable parallel safe
    return words like case when length(word) < 3 then '% ' else '%' end || word || '%';

-- The name of an entry of a vocabulary in a language. LocalName.java calls it.
create or replace function local_name(names jsonb, name text, language text) returns text language sql immutable parallel safe
    return coalesce(names ->> language, name);
