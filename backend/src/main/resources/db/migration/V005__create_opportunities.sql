create sequence opportunity_number;

create table opportunity (
    id                    uuid primary key,
    number                text not null constraint opportunity_number_key unique,
    topic                 text not null constraint opportunity_topic_check check (length(btrim(topic)) between 1 and 200),
    summary               text,
    customer_id           uuid not null constraint opportunity_customer_fkey references customer,
    currency              text not null constraint opportunity_currency_check check (currency ~ '^[A-Z]{3}$'),
    estimated_value       numeric(19, 4) constraint opportunity_estimated_value_check check (estimated_value >= 0),
    actual_value          numeric(19, 4) constraint opportunity_actual_value_check check (actual_value >= 0),
    probability           int constraint opportunity_probability_check check (probability between 0 and 100),
    estimated_close_date  date,
    customer_situation    text,
    customer_need         text,
    customer_pain_points  text,
    proposed_solution     text,
    territory_id          uuid constraint opportunity_territory_fkey references territory,
    industry_id           uuid constraint opportunity_industry_fkey references industry,
    source                text not null constraint opportunity_source_check check (source in ('DISTRIBUTED', 'PARTNER_CREATED')),
    status                text not null constraint opportunity_status_check check (status in
                              ('NEW', 'PENDING_APPROVAL', 'POOL', 'DELIVERED', 'ACCEPTED', 'ON_HOLD', 'DECLINED', 'EXPIRED',
                               'RETURNED', 'WON', 'LOST', 'CANCELED')),
    phase                 text constraint opportunity_phase_check check (phase in
                              ('PROSPECT', 'CONTACTING', 'INTEREST_CONFIRMED', 'QUOTING', 'CLOSING')),
    owner_id              uuid constraint opportunity_owner_fkey references app_user,
    partner_id            uuid constraint opportunity_partner_fkey references partner,
    partner_user_id       uuid constraint opportunity_partner_user_fkey references app_user,
    created_by            uuid not null constraint opportunity_created_by_fkey references app_user,
    distribution_id       uuid,
    answer_by             timestamptz,
    delivered_at          timestamptz,
    accepted_at           timestamptz,
    closed_at             timestamptz,
    closed_on             date,
    due_on                date,
    extensions            int not null default 0 constraint opportunity_extensions_check check (extensions >= 0),
    reason_code           text,
    reason                text,
    created_at            timestamptz not null,
    updated_at            timestamptz not null,
    version               bigint not null,
    constraint opportunity_partner_worked_check check
        (status not in ('DELIVERED', 'ACCEPTED', 'ON_HOLD', 'PENDING_APPROVAL') or partner_id is not null),
    constraint opportunity_unassigned_check check
        (status not in ('NEW', 'POOL', 'DECLINED', 'EXPIRED', 'RETURNED') or partner_id is null),
    constraint opportunity_offer_check check ((status = 'DELIVERED') = (distribution_id is not null)),
    constraint opportunity_phase_set_check check (status not in ('ACCEPTED', 'ON_HOLD') or phase is not null),
    constraint opportunity_won_check check (status <> 'WON' or (actual_value is not null and closed_on is not null)),
    constraint opportunity_lost_check check (status <> 'LOST' or reason_code is not null),
    constraint opportunity_closed_check check ((status in ('WON', 'LOST', 'CANCELED')) = (closed_at is not null))
);
create index opportunity_updated_idx on opportunity (updated_at desc, id desc);
create index opportunity_partner_idx on opportunity (partner_id, status);
create index opportunity_status_idx on opportunity (status);
create index opportunity_customer_idx on opportunity (customer_id);
create index opportunity_topic_trgm on opportunity using gin (topic gin_trgm_ops);

create table opportunity_contact (
    opportunity_id  uuid not null constraint opportunity_contact_opportunity_fkey references opportunity,
    contact_id      uuid not null constraint opportunity_contact_contact_fkey references customer_contact,
    primary key (opportunity_id, contact_id)
);
create table opportunity_product_line (
    opportunity_id   uuid not null constraint opportunity_product_line_opportunity_fkey references opportunity,
    product_line_id  uuid not null constraint opportunity_product_line_product_line_fkey references product_line,
    primary key (opportunity_id, product_line_id)
);
create table opportunity_competency (
    opportunity_id  uuid not null constraint opportunity_competency_opportunity_fkey references opportunity,
    competency_id   uuid not null constraint opportunity_competency_competency_fkey references competency,
    primary key (opportunity_id, competency_id)
);
create table opportunity_external_reference (
    opportunity_id  uuid not null constraint opportunity_external_reference_opportunity_fkey references opportunity,
    system          text not null,
    external_id     text not null,
    constraint opportunity_external_reference_key primary key (system, external_id)
);
create index opportunity_external_reference_opportunity_idx on opportunity_external_reference (opportunity_id);
