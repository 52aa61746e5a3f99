-- Runs again whenever the list of languages changes. Each language has a collation, in which its readers see lists sorted by names, and
-- indexes for those lists, which are not in a V file because the list of languages may change. Java: platform/http/NameOrder.java.
do $$
declare
    languages text[] := array(select replace(lower(l), '-', '_') from unnest(string_to_array('${languages}', ',')) l);
    tag text;
    old record;
begin
    foreach tag in array string_to_array('${languages}', ',') loop
        execute format('create collation if not exists %I (provider = icu, locale = %L)', 'names_' || replace(lower(tag), '-', '_'), tag);
    end loop;
    for old in select c.relname from pg_class c
                where c.relnamespace = current_schema()::regnamespace and c.relkind = 'i' and c.relname ~ '_in_[a-z_]+_idx$'
                  and regexp_replace(c.relname, '^.*_in_([a-z_]+)_idx$', '\1') <> all (languages) loop
        execute format('drop index %I', old.relname);
    end loop;
    foreach tag in array languages loop
        execute format($index$
            create index if not exists customer_name_in_%1$s_idx on customer (name collate names_%1$s, id);
            create index if not exists customer_country_in_%1$s_idx on customer (country, name collate names_%1$s, id);
            create index if not exists customer_industry_in_%1$s_idx on customer (industry_id, name collate names_%1$s, id)
                where industry_id is not null;
            create index if not exists partner_name_in_%1$s_idx on partner (name collate names_%1$s, id);
            create index if not exists listed_opportunity_topic_in_%1$s_idx
                on listed_opportunity (viewer_id, topic collate names_%1$s, opportunity_id);
            create index if not exists listed_opportunity_customer_in_%1$s_idx
                on listed_opportunity (viewer_id, customer_name collate names_%1$s, opportunity_id);
            create index if not exists listed_opportunity_partner_in_%1$s_idx
                on listed_opportunity (viewer_id, (coalesce(partner_name, '')) collate names_%1$s, opportunity_id)$index$, tag);
    end loop;
end $$;
