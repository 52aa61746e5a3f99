create sequence deal_registration_number;

-- overdue_told, decision_reminded and reminded_at record which reminders were sent.
-- rule, automatic and exclusivity_days hold the decision of the approval rule at submission; later changes of the rules do not change it.
create table deal_registration (
    id                      uuid primary key,
    number                  text not null constraint deal_registration_number_key unique,
    opportunity_id          uuid not null constraint deal_registration_opportunity_fkey references opportunity,
    topic                   text not null,
    customer_id             uuid not null constraint deal_registration_customer_fkey references customer,
    customer_name           text not null,
    partner_id              uuid not null constraint deal_registration_partner_fkey references partner,
    status                  text not null constraint deal_registration_status_check check (status in
                                ('SUBMITTED', 'RETURNED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'REVOKED', 'CLOSED')),
    comment                 text,
    submitted_by            uuid not null constraint deal_registration_submitted_by_fkey references app_user,
    submitted_at            timestamptz not null,
    rule                    text,
    automatic               boolean not null default false,
    exclusivity_days        int constraint deal_registration_exclusivity_days_check check (exclusivity_days between 1 and 3650),
    decide_by               timestamptz not null,
    decision_remind_at      timestamptz,
    decision_reminded       boolean not null default false,
    overdue_told            boolean not null default false,
    decided_by              uuid constraint deal_registration_decided_by_fkey references app_user,
    decided_at              timestamptz,
    appealed                boolean not null default false,
    reason_code             text,
    reason                  text,
    requested_fields        text[] not null default '{}',
    exclusive_from          timestamptz,
    exclusive_until         timestamptz,
    remind_at               timestamptz,
    reminded_at             timestamptz,
    extensions              int not null default 0,
    extension_until         timestamptz,
    extension_reason        text,
    extension_requested_by  uuid constraint deal_registration_extension_requested_by_fkey references app_user,
    extension_requested_at  timestamptz,
    version                 bigint not null,
    constraint deal_registration_own_check check (decided_by <> submitted_by),
    constraint deal_registration_exclusive_check check (exclusive_until > exclusive_from and num_nonnulls(exclusive_from, exclusive_until) in (0, 2)),
    constraint deal_registration_approved_check check (status <> 'APPROVED' or exclusive_until is not null),
    constraint deal_registration_reason_check check (status not in ('REJECTED', 'REVOKED') or reason is not null or reason_code is not null),
    constraint deal_registration_extension_check check (num_nonnulls(extension_until, extension_requested_by, extension_requested_at) in (0, 3)
                                                        and (extension_until is null or status = 'APPROVED')),
    constraint deal_registration_decision_remind_check check (decision_remind_at <= decide_by)
);
-- An opportunity has at most one pending or approved registration; earlier ones are kept.
create unique index deal_registration_open_key on deal_registration (opportunity_id) where status in ('SUBMITTED', 'RETURNED', 'APPROVED');
create index deal_registration_opportunity_idx on deal_registration (opportunity_id, submitted_at desc);
create index deal_registration_partner_idx on deal_registration (partner_id, submitted_at desc, id desc);
create index deal_registration_customer_idx on deal_registration (customer_id);
create index deal_registration_decide_idx on deal_registration (decide_by, id) where status = 'SUBMITTED';
create index deal_registration_until_idx on deal_registration (exclusive_until) where status = 'APPROVED';
create index deal_registration_decision_remind_idx on deal_registration (decision_remind_at) where status = 'SUBMITTED' and not decision_reminded;
create index deal_registration_automatic_idx on deal_registration (submitted_at) where status = 'SUBMITTED' and automatic;

-- The product lines of a registration, with a copy of its customer and of its time of exclusivity (triggers keep them). Exclusive times for
-- the same customer and product line must not overlap, except times that had ended before two customers were merged.
create table deal_registration_product_line (
    registration_id  uuid not null constraint deal_registration_product_line_registration_fkey references deal_registration,
    product_line_id  uuid not null constraint deal_registration_product_line_product_line_fkey references product_line,
    customer_id      uuid,
    exclusive        tstzrange,
    before_merge     boolean not null default false,
    primary key (registration_id, product_line_id),
    constraint deal_registration_exclusivity_key exclude using gist (customer_id with =, product_line_id with =, exclusive with &&) where (not before_merge)
);

-- Locks and versions the approval rules, which are changed together: one row.
create table approval_policy (
    id        uuid primary key,
    only_one  boolean not null default true constraint approval_policy_key unique constraint approval_policy_check check (only_one),
    version   bigint not null
);
insert into approval_policy (id, only_one, version) values ('00000000-0000-7000-8000-000000000002', true, 0);

-- Who approves a registration, in which steps, and how long it is exclusive. The first rule whose conditions are met decides;
-- without one, a channel manager or an administrator approves.
create table approval_rule (
    id                uuid primary key,
    position          int not null constraint approval_rule_position_check check (position >= 0),
    name              text not null constraint approval_rule_name_check check (length(btrim(name)) between 1 and 100),
    value_from        numeric(19, 4) constraint approval_rule_value_from_check check (value_from >= 0),
    value_to          numeric(19, 4),
    exclusivity_days  int constraint approval_rule_exclusivity_days_check check (exclusivity_days between 1 and 3650),
    constraint approval_rule_position_key unique (position) deferrable initially deferred,
    constraint approval_rule_value_check check (value_to >= coalesce(value_from, 0))
);

create table approval_rule_tier (
    rule_id  uuid not null constraint approval_rule_tier_rule_fkey references approval_rule,
    tier_id  uuid not null constraint approval_rule_tier_tier_fkey references tier,
    primary key (rule_id, tier_id)
);

create table approval_rule_territory (
    rule_id       uuid not null constraint approval_rule_territory_rule_fkey references approval_rule,
    territory_id  uuid not null constraint approval_rule_territory_territory_fkey references territory,
    primary key (rule_id, territory_id)
);

create table approval_rule_product_line (
    rule_id          uuid not null constraint approval_rule_product_line_rule_fkey references approval_rule,
    product_line_id  uuid not null constraint approval_rule_product_line_product_line_fkey references product_line,
    primary key (rule_id, product_line_id)
);

-- A rule without steps approves automatically unless there is a conflict.
create table approval_rule_step (
    rule_id   uuid not null constraint approval_rule_step_rule_fkey references approval_rule,
    position  int not null constraint approval_rule_step_position_check check (position between 0 and 9),
    approver  text not null constraint approval_rule_step_approver_check check (approver in ('CHANNEL_MANAGER', 'PARTNERS_CHANNEL_MANAGER', 'ADMIN', 'PERSON')),
    user_id   uuid constraint approval_rule_step_user_fkey references app_user,
    primary key (rule_id, position),
    constraint approval_rule_step_person_check check ((approver = 'PERSON') = (user_id is not null))
);

-- The approval steps of a registration. Nobody approves two of them.
create table deal_registration_step (
    registration_id  uuid not null constraint deal_registration_step_registration_fkey references deal_registration,
    position         int not null constraint deal_registration_step_position_check check (position between 0 and 9),
    approver         text not null constraint deal_registration_step_approver_check check (approver in ('CHANNEL_MANAGER', 'PARTNERS_CHANNEL_MANAGER', 'ADMIN', 'PERSON')),
    user_id          uuid constraint deal_registration_step_user_fkey references app_user,
    decided_by       uuid constraint deal_registration_step_decided_by_fkey references app_user,
    decided_at       timestamptz,
    primary key (registration_id, position),
    constraint deal_registration_step_decided_by_key unique (registration_id, decided_by),
    constraint deal_registration_step_decided_check check ((decided_by is null) = (decided_at is null)),
    constraint deal_registration_step_person_check check (approver <> 'PERSON' or user_id is not null)
);
