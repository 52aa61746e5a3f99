-- The business hours of partners. The answer times of a tier with a calendar run only in its business hours.
create table calendar (
    id         uuid primary key,
    name       text not null constraint calendar_name_key unique constraint calendar_name_check check (length(btrim(name)) between 1 and 100),
    time_zone  text not null constraint calendar_time_zone_check check (now() at time zone time_zone is not null),
    version    bigint not null
);

create table calendar_hours (
    calendar_id  uuid not null constraint calendar_hours_calendar_fkey references calendar,
    day          text not null constraint calendar_hours_day_check check (day in
                     ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    opens        text not null constraint calendar_hours_opens_check check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    closes       text not null constraint calendar_hours_closes_check check (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    primary key (calendar_id, day),
    constraint calendar_hours_order_check check (opens < closes)
);

create table calendar_holiday (
    calendar_id  uuid not null constraint calendar_holiday_calendar_fkey references calendar,
    day          date not null,
    name         text not null constraint calendar_holiday_name_check check (length(btrim(name)) between 1 and 100),
    primary key (calendar_id, day)
);

-- Without exclusivity_days, a registration is exclusive for the time in the settings.
create table tier (
    id                uuid primary key,
    name              text not null constraint tier_name_key unique,
    rank              int not null constraint tier_rank_check check (rank > 0),
    answer_hours      int not null constraint tier_answer_hours_check check (answer_hours between 1 and 2000),
    exclusivity_days  int constraint tier_exclusivity_days_check check (exclusivity_days between 1 and 3650),
    calendar_id       uuid constraint tier_calendar_fkey references calendar,
    version           bigint not null default 0
);

-- A territory can be part of another one.
create table territory (
    id         uuid primary key,
    name       text not null constraint territory_name_key unique,
    parent_id  uuid constraint territory_parent_fkey references territory constraint territory_parent_check check (parent_id <> id)
);

create table competency (id uuid primary key, name text not null constraint competency_name_key unique);

create table industry (id uuid primary key, name text not null constraint industry_name_key unique);

create table product_line (id uuid primary key, name text not null constraint product_line_name_key unique);

-- programme_until is the last day in the partner programme; revenue_from and revenue_to limit the values of its opportunities.
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
    programme_until     date,
    revenue_from        numeric(19, 4) constraint partner_revenue_from_check check (revenue_from >= 0),
    revenue_to          numeric(19, 4),
    member_since        date,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    version             bigint not null,
    constraint partner_registry_code_key unique (country, registry_code),
    constraint partner_revenue_check check (revenue_to >= coalesce(revenue_from, 0))
);
create index partner_name_trgm on partner using gin (name gin_trgm_ops);
create index partner_name_idx on partner (lower(name), id);

create table partner_territory (
    partner_id    uuid not null constraint partner_territory_partner_fkey references partner,
    territory_id  uuid not null constraint partner_territory_territory_fkey references territory,
    primary key (partner_id, territory_id)
);
create index partner_territory_territory_idx on partner_territory (territory_id, partner_id);

create table partner_competency (
    partner_id     uuid not null constraint partner_competency_partner_fkey references partner,
    competency_id  uuid not null constraint partner_competency_competency_fkey references competency,
    primary key (partner_id, competency_id)
);
create index partner_competency_competency_idx on partner_competency (competency_id, partner_id);

alter table app_user add constraint app_user_partner_fkey
    foreign key (partner_id) references partner;
