create table customer (
    id                  uuid primary key,
    name                text not null constraint customer_name_check check (length(btrim(name)) between 1 and 200),
    country             text not null constraint customer_country_check check (country ~ '^[A-Z]{2}$'),
    registry_code       text,
    vat_number          text,
    web_domain          text,
    street              text,
    city                text,
    postal_code         text,
    industry_id         uuid constraint customer_industry_fkey references industry,
    managing_partner_id uuid constraint customer_managing_partner_fkey references partner,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    version             bigint not null
);
create unique index customer_registry_code_key on customer (country, registry_code);
create index customer_name_trgm on customer using gin (name gin_trgm_ops);
create index customer_name_idx on customer (lower(name), id);

create table customer_contact (
    id           uuid primary key,
    customer_id  uuid not null constraint customer_contact_customer_fkey references customer,
    name         text not null constraint customer_contact_name_check check (length(btrim(name)) between 1 and 200),
    title        text,
    email        text,
    phone        text,
    created_at   timestamptz not null,
    version      bigint not null,
    constraint customer_contact_customer_key unique (customer_id, id)
);

-- The partners that know a customer: they brought it, or they have accepted an opportunity for it.
create table customer_partner (
    customer_id  uuid not null constraint customer_partner_customer_fkey references customer,
    partner_id   uuid not null constraint customer_partner_partner_fkey references partner,
    since        timestamptz not null,
    primary key (customer_id, partner_id)
);
create index customer_partner_partner_idx on customer_partner (partner_id);
