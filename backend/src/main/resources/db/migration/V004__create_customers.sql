-- A company's name without legal form, accents, punctuation and word order.
-- A generated column uses this function, so it is created here and not in a repeatable migration.
create function company_key(name text) returns text language sql immutable strict parallel safe
    return (select coalesce(string_agg(word, ' ' order by word), lower(btrim(name)))
              from (select distinct word
                      from regexp_split_to_table(regexp_replace(translate(lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g')),
                               'øłđæœþðı’''.`´"', 'oldeetdi'), '[^[:alnum:]]+', ' ', 'g'), ' +') word) words
             where word <> ''
               and word not in ('ou', 'as', 'mtu', 'sa', 'fie', 'tu', 'uu', 'sia', 'ik', 'uab', 'ab', 'mb', 'vsi', 'ii', 'oy', 'oyj', 'ky', 'ry', 'gmbh', 'ag', 'kg',
                                'co', 'ug', 'mbh', 'ltd', 'limited', 'llc', 'llp', 'plc', 'inc', 'corp', 'corporation', 'company', 'aktsiaselts', 'osauhing',
                                'akciju', 'sabiedriba', 'bendrove', 'uzdaroji', 'akcine', 'osakeyhtio', 'aktiebolag', 'sp', 'z', 'o', 'oo', 'zoo', 'spzoo', 'bv', 'nv', 'sarl',
                                'srl', 'spa', 'aps', 'asa', 'se', 'the', 'and', 'und', 'ja', 'un', 'ir', 'och'));

-- brought_by is the partner that added the customer. A registry code is unique per such partner, because a partner must not learn
-- that somebody else has a customer with the same code. direct marks customers that the vendor serves itself.
create table customer (
    id                   uuid primary key,
    name                 text not null constraint customer_name_check check (length(btrim(name)) between 1 and 200),
    country              text not null constraint customer_country_check check (country ~ '^[A-Z]{2}$'),
    registry_code        text,
    vat_number           text,
    web_domain           text,
    street               text,
    city                 text,
    postal_code          text,
    industry_id          uuid constraint customer_industry_fkey references industry,
    managing_partner_id  uuid constraint customer_managing_partner_fkey references partner,
    brought_by           uuid constraint customer_brought_by_fkey references partner,
    direct               boolean not null default false,
    name_key             text not null generated always as (company_key(name)) stored,
    created_at           timestamptz not null,
    updated_at           timestamptz not null,
    version              bigint not null
);
create unique index customer_registry_code_key on customer (country, registry_code, brought_by) nulls not distinct where registry_code is not null;
create index customer_name_trgm on customer using gin (name gin_trgm_ops);
create index customer_name_idx on customer (lower(name), id);
create index customer_name_key_trgm on customer using gin (name_key gin_trgm_ops);
create index customer_vat_number_idx on customer (upper(vat_number)) where vat_number is not null;
create index customer_web_domain_idx on customer (web_domain) where web_domain is not null;
create index customer_web_domain_reverse_idx on customer (reverse(web_domain) collate "C");
create index customer_brought_by_idx on customer (brought_by) where brought_by is not null;
create index customer_registry_code_idx on customer (registry_code) where registry_code is not null;

-- Customers that were merged into another one, so that their IDs still lead to it.
create table customer_alias (
    id           uuid primary key,
    customer_id  uuid not null constraint customer_alias_customer_fkey references customer,
    name         text not null,
    merged_by    uuid not null constraint customer_alias_merged_by_fkey references app_user,
    merged_at    timestamptz not null
);
create index customer_alias_customer_idx on customer_alias (customer_id);

-- known_to lists the partners that know the contact; null means every partner that knows the customer.
create table customer_contact (
    id           uuid primary key,
    customer_id  uuid not null constraint customer_contact_customer_fkey references customer,
    name         text not null constraint customer_contact_name_check check (length(btrim(name)) between 1 and 200),
    title        text,
    email        text,
    phone        text,
    known_to     uuid[],
    created_at   timestamptz not null,
    version      bigint not null,
    constraint customer_contact_customer_key unique (customer_id, id)
);

-- The partners that know a customer: those that added it or accepted an opportunity for it.
create table customer_partner (
    customer_id  uuid not null constraint customer_partner_customer_fkey references customer,
    partner_id   uuid not null constraint customer_partner_partner_fkey references partner,
    since        timestamptz not null,
    primary key (customer_id, partner_id)
);
create index customer_partner_partner_idx on customer_partner (partner_id);
