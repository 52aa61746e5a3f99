create table tier (
    id            uuid primary key,
    name          text not null constraint tier_name_key unique,
    rank          int not null constraint tier_rank_check check (rank > 0),
    answer_hours  int not null constraint tier_answer_hours_check check (answer_hours between 1 and 2000)
);
create table territory    (id uuid primary key, name text not null constraint territory_name_key unique);
create table competency   (id uuid primary key, name text not null constraint competency_name_key unique);
create table industry     (id uuid primary key, name text not null constraint industry_name_key unique);
create table product_line (id uuid primary key, name text not null constraint product_line_name_key unique);

create table partner (
    id                  uuid primary key,
    name                text not null constraint partner_name_check check (length(btrim(name)) between 1 and 200),
    country             text not null constraint partner_country_check check (country ~ '^[A-Z]{2}$'),
    registry_code       text,
    vat_number          text,
    web_domain          text,
    phone               text,
    about               text,
    status              text not null constraint partner_status_check check (status in ('APPLICANT', 'ACTIVE', 'SUSPENDED', 'ENDED')),
    tier_id             uuid constraint partner_tier_fkey references tier,
    channel_manager_id  uuid constraint partner_channel_manager_fkey references app_user,
    capacity            int constraint partner_capacity_check check (capacity >= 0),
    member_since        date,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    version             bigint not null,
    constraint partner_registry_code_key unique (country, registry_code)
);
create index partner_name_trgm on partner using gin (name gin_trgm_ops);
create index partner_name_idx on partner (lower(name), id);

create table partner_territory (
    partner_id    uuid not null constraint partner_territory_partner_fkey references partner,
    territory_id  uuid not null constraint partner_territory_territory_fkey references territory,
    primary key (partner_id, territory_id)
);
create table partner_competency (
    partner_id     uuid not null constraint partner_competency_partner_fkey references partner,
    competency_id  uuid not null constraint partner_competency_competency_fkey references competency,
    primary key (partner_id, competency_id)
);

alter table app_user add constraint app_user_partner_fkey foreign key (partner_id) references partner;
