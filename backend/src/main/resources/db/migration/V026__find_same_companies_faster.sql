-- Row-level security lets no condition look at a row before it knows that the row may be seen, unless PostgreSQL trusts the condition not
-- to tell of it. Likeness of names is not trusted, so that each customer was looked at. This one search is the owner's, who may see all of
-- them; it asks itself for whom it is, and answers with identities alone.
do $$
begin
    execute format('create policy searched_by_the_owner on customer for select to %I using (true)', current_user);
end $$;
create or replace function same_companies(its_country text, code text, vat text, domain text, its_name text, at_least real)
    returns table (customer_id uuid, by text, likeness real) language plpgsql stable security definer set search_path from current as $$
declare
    before text := current_setting('pg_trgm.similarity_threshold', true);
    its_key text := company_key(its_name);
begin
    if caller_side() not in ('SYSTEM', 'VENDOR') then
        raise insufficient_privilege using message = 'Which customers there are is not the caller''s to know';
    end if;
    perform set_config('pg_trgm.similarity_threshold', at_least::text, true);
    return query
        select c.id, 'REGISTRY_CODE', 1::real from customer c where c.registry_code = code and c.country = its_country
        union all
        select c.id, 'VAT_NUMBER', 1::real from customer c where upper(c.vat_number) = upper(vat)
        union all
        select c.id, 'WEB_DOMAIN', 1::real from customer c
         where c.web_domain in (select array_to_string(labels[i:], '.')
                                  from (select string_to_array(domain, '.') as labels) d, generate_series(1, array_length(labels, 1) - 1) i)
        union all
        select c.id, 'WEB_DOMAIN', 1::real from customer c
         where reverse(c.web_domain) collate "C" > reverse(domain) || '.' and reverse(c.web_domain) collate "C" < reverse(domain) || '/'
        union all
        select c.id, 'NAME', similarity(c.name_key, its_key) from customer c where c.name_key % its_key;
    perform set_config('pg_trgm.similarity_threshold', coalesce(before, '0.3'), true);
end $$;
