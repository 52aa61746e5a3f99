-- Whether a partner works on an opportunity in this status, and whether it has ended. OpportunityStatus has the same two rules; a test compares them.
-- Constraints and an index use these functions, so they are created here and not in a repeatable migration: a migration that changes one
-- also creates its constraints and indexes again.
create function is_worked(status text) returns boolean
    language sql immutable parallel safe
    return status in ('ACCEPTED', 'ON_HOLD');
create function is_closed(status text) returns boolean
    language sql immutable parallel safe
    return status in ('WON', 'LOST', 'CANCELED');

create sequence opportunity_number;

-- An opportunity of a single partner has a partner_id; one of several partners has a collaboration_id.
-- The columns that begin with extension_ hold a partner's request for a later due date.
create table opportunity (
    id                      uuid primary key,
    number                  text not null constraint opportunity_number_key unique,
    topic                   text not null constraint opportunity_topic_check check (length(btrim(topic)) between 1 and 200),
    summary                 text,
    customer_id             uuid not null constraint opportunity_customer_fkey references customer,
    currency                text not null constraint opportunity_currency_check check (currency ~ '^[A-Z]{3}$'),
    estimated_value         numeric(19, 4) constraint opportunity_estimated_value_check check (estimated_value >= 0),
    actual_value            numeric(19, 4) constraint opportunity_actual_value_check check (actual_value >= 0),
    probability             int constraint opportunity_probability_check check (probability between 0 and 100),
    estimated_close_date    date,
    customer_situation      text,
    customer_need           text,
    customer_pain_points    text,
    proposed_solution       text,
    territory_id            uuid constraint opportunity_territory_fkey references territory,
    industry_id             uuid constraint opportunity_industry_fkey references industry,
    source                  text not null constraint opportunity_source_check check (source in ('DISTRIBUTED', 'PARTNER_CREATED')),
    status                  text not null constraint opportunity_status_check check (status in
                              ('NEW', 'PENDING_APPROVAL', 'POOL', 'DELIVERED', 'ACCEPTED', 'ON_HOLD', 'DECLINED', 'EXPIRED',
                               'RETURNED', 'WON', 'LOST', 'CANCELED')),
    phase                   text constraint opportunity_phase_check check (phase in
                              ('PROSPECT', 'CONTACTING', 'INTEREST_CONFIRMED', 'QUOTING', 'CLOSING')),
    owner_id                uuid constraint opportunity_owner_fkey references app_user,
    partner_id              uuid constraint opportunity_partner_fkey references partner,
    partner_user_id         uuid constraint opportunity_partner_user_fkey references app_user,
    collaboration_id        uuid constraint opportunity_collaboration_key unique,
    created_by              uuid not null constraint opportunity_created_by_fkey references app_user,
    method                  text constraint opportunity_method_check check (method in ('CASCADE', 'ROUND_ROBIN', 'AUTOMATIC')),
    weights                 jsonb,
    exhausted               boolean not null default false,
    distribution_id         uuid,
    answer_by               timestamptz,
    delivered_at            timestamptz,
    accepted_at             timestamptz,
    closed_at               timestamptz,
    closed_on               date,
    due_on                  date,
    extensions              int not null default 0 constraint opportunity_extensions_check check (extensions >= 0),
    extension_due_on        date,
    extension_reason        text,
    extension_requested_by  uuid constraint opportunity_extension_requested_by_fkey references app_user,
    extension_requested_at  timestamptz,
    reason_code             text,
    reason                  text,
    created_at              timestamptz not null,
    updated_at              timestamptz not null,
    version                 bigint not null,
    constraint opportunity_partner_worked_check check
        (status not in ('DELIVERED', 'ACCEPTED', 'ON_HOLD', 'PENDING_APPROVAL') or partner_id is not null or collaboration_id is not null),
    constraint opportunity_unassigned_check check
        (status not in ('NEW', 'POOL', 'DECLINED', 'EXPIRED', 'RETURNED') or partner_id is null),
    constraint opportunity_offer_check check ((status = 'DELIVERED' and collaboration_id is null) = (distribution_id is not null)),
    constraint opportunity_shared_check check
        (collaboration_id is null or (status in ('DELIVERED', 'ACCEPTED', 'ON_HOLD', 'WON', 'LOST', 'CANCELED') and partner_user_id is null)),
    constraint opportunity_exhausted_check check (not exhausted or status in ('NEW', 'DECLINED', 'EXPIRED', 'RETURNED')),
    constraint opportunity_phase_set_check check (not is_worked(status) or phase is not null),
    constraint opportunity_won_check check (status <> 'WON' or (actual_value is not null and closed_on is not null)),
    constraint opportunity_lost_check check (status <> 'LOST' or reason_code is not null),
    constraint opportunity_closed_check check (is_closed(status) = (closed_at is not null)),
    constraint opportunity_extension_request_check check (num_nonnulls(extension_due_on, extension_requested_by, extension_requested_at) in (0, 3)),
    constraint opportunity_extension_reason_check check (extension_reason is null or extension_due_on is not null),
    constraint opportunity_extension_status_check check (extension_due_on is null or is_worked(status)),
    constraint opportunity_extension_later_check check (extension_due_on > due_on),
    constraint opportunity_money_check check (money_fits(estimated_value, currency) and money_fits(actual_value, currency))
);
create index opportunity_updated_idx on opportunity (updated_at desc, id desc);
create index opportunity_partner_idx on opportunity (partner_id, status);
create index opportunity_status_idx on opportunity (status);
create index opportunity_customer_idx on opportunity (customer_id);
create index opportunity_topic_trgm on opportunity using gin (topic gin_trgm_ops);
create index opportunity_worked_idx on opportunity (partner_id) include (id, status, partner_user_id, collaboration_id)
    where is_worked(status);
create index opportunity_extension_requested_by_idx on opportunity (extension_requested_by) where extension_requested_by is not null;

create table opportunity_contact (
    opportunity_id  uuid not null constraint opportunity_contact_opportunity_fkey references opportunity,
    contact_id      uuid not null constraint opportunity_contact_contact_fkey references customer_contact,
    primary key (opportunity_id, contact_id)
);
create index opportunity_contact_contact_idx on opportunity_contact (contact_id);

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
