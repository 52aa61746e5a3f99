-- Why a partner was chosen: the ranking at that time. rule is the name of the rule that chose the method.
create table matching_run (
    id              uuid primary key,
    opportunity_id  uuid not null constraint matching_run_opportunity_fkey references opportunity,
    partner_id      uuid not null constraint matching_run_partner_fkey references partner,
    method          text not null constraint matching_run_method_check check (method in ('PREFERRED', 'CASCADE', 'ROUND_ROBIN')),
    rule            text,
    result          jsonb not null,
    decided_by      uuid constraint matching_run_decided_by_fkey references app_user,
    decided_at      timestamptz not null
);
create index matching_run_opportunity_idx on matching_run (opportunity_id);

-- Offers of opportunities to partners, and the work that follows. asked is false if the partner took the opportunity from the pool.
create table distribution (
    id                uuid primary key,
    opportunity_id    uuid not null constraint distribution_opportunity_fkey references opportunity,
    partner_id        uuid not null constraint distribution_partner_fkey references partner,
    status            text not null constraint distribution_status_check check (status in
                        ('DELIVERED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RECALLED', 'RETURNED', 'REVOKED', 'COMPLETED')),
    collaboration_id  uuid,
    matching_run_id   uuid constraint distribution_matching_run_fkey references matching_run,
    asked             boolean not null default true,
    message           text,
    delivered_by      uuid constraint distribution_delivered_by_fkey references app_user,
    delivered_at      timestamptz not null,
    answer_by         timestamptz not null,
    remind_at         timestamptz,
    reminded_at       timestamptz,
    answered_by       uuid constraint distribution_answered_by_fkey references app_user,
    answered_at       timestamptz,
    ended_at          timestamptz,
    reason_code       text,
    reason            text,
    version           bigint not null,
    constraint distribution_clock_check check (answer_by > delivered_at),
    constraint distribution_reminder_check check (remind_at < answer_by),
    constraint distribution_answer_check check (status not in ('ACCEPTED', 'DECLINED') or answered_at is not null),
    constraint distribution_decline_check check (status <> 'DECLINED' or reason_code is not null)
);
-- Outside a collaboration, one partner at a time has the offer or works on it.
create unique index distribution_open_key on distribution (opportunity_id) where status in ('DELIVERED', 'ACCEPTED') and collaboration_id is null;
create index distribution_opportunity_idx on distribution (opportunity_id, delivered_at);
create index distribution_partner_idx on distribution (partner_id, delivered_at desc);
create index distribution_due_idx on distribution (answer_by) where status = 'DELIVERED';
-- In a collaboration, each partner has one offer.
create unique index distribution_open_partner_key on distribution (opportunity_id, partner_id) where status in ('DELIVERED', 'ACCEPTED');
create index distribution_delivered_idx on distribution (delivered_at);
create index distribution_remind_idx on distribution (remind_at) where status = 'DELIVERED' and reminded_at is null;

alter table opportunity add constraint opportunity_distribution_fkey
    foreign key (distribution_id) references distribution deferrable initially deferred;

-- The partners of a collaboration. A partner that is asked to join has an answer_by, a partner that has joined a joined_at.
create table collaborator (
    id                uuid primary key,
    opportunity_id    uuid not null constraint collaborator_opportunity_fkey references opportunity,
    collaboration_id  uuid not null constraint collaborator_collaboration_fkey references opportunity (collaboration_id)
                          deferrable initially deferred,
    partner_id        uuid not null constraint collaborator_partner_fkey references partner,
    partner_user_id   uuid constraint collaborator_partner_user_fkey references app_user,
    distribution_id   uuid not null constraint collaborator_distribution_fkey references distribution deferrable initially deferred,
    lead              boolean not null,
    answer_by         timestamptz,
    joined_at         timestamptz,
    version           bigint not null,
    constraint collaborator_partner_key unique (opportunity_id, partner_id),
    constraint collaborator_asked_check check ((joined_at is null) = (answer_by is not null)),
    constraint collaborator_lead_check check (not lead or joined_at is not null),
    constraint collaborator_assigned_check check (partner_user_id is null or joined_at is not null)
);
create unique index collaborator_lead_key on collaborator (opportunity_id) where lead;
create index collaborator_partner_idx on collaborator (partner_id);
create index collaborator_collaboration_idx on collaborator (collaboration_id);

-- The partners' results, which matching uses. They are recomputed from opportunities and offers every few minutes.
create table partner_statistics (
    partner_id         uuid primary key constraint partner_statistics_partner_fkey references partner,
    won                int not null,
    lost               int not null,
    answers            int not null,
    answer_share       double precision not null,
    last_delivered_at  timestamptz,
    counted_at         timestamptz not null
);

-- The rules for automatic distribution, in order. The first active rule whose conditions are met decides.
create table distribution_rule (
    id          uuid primary key,
    position    int not null constraint distribution_rule_position_key unique deferrable initially deferred
                    constraint distribution_rule_position_check check (position > 0),
    name        text not null constraint distribution_rule_name_key unique constraint distribution_rule_name_check check (length(btrim(name)) between 1 and 100),
    active      boolean not null,
    value_from  numeric(19, 4) constraint distribution_rule_value_from_check check (value_from >= 0),
    value_to    numeric(19, 4),
    source      text constraint distribution_rule_source_check check (source in ('DISTRIBUTED', 'PARTNER_CREATED')),
    method      text not null constraint distribution_rule_method_check check (method in ('PREFERRED', 'CASCADE', 'ROUND_ROBIN', 'POOL')),
    weights     jsonb,
    version     bigint not null,
    constraint distribution_rule_value_check check (value_to >= coalesce(value_from, 0)),
    constraint distribution_rule_weights_check check (method <> 'POOL' or weights is null)
);

create table distribution_rule_territory (
    rule_id       uuid not null constraint distribution_rule_territory_rule_fkey references distribution_rule,
    territory_id  uuid not null constraint distribution_rule_territory_territory_fkey references territory,
    primary key (rule_id, territory_id)
);

create table distribution_rule_product_line (
    rule_id          uuid not null constraint distribution_rule_product_line_rule_fkey references distribution_rule,
    product_line_id  uuid not null constraint distribution_rule_product_line_product_line_fkey references product_line,
    primary key (rule_id, product_line_id)
);

-- Runs that distribute many opportunities: a preview first, then one opportunity after another.
create table distribution_run (
    id            uuid primary key,
    method        text not null constraint distribution_run_method_check check (method in ('PREFERRED', 'CASCADE', 'ROUND_ROBIN', 'AUTOMATIC')),
    weights       jsonb,
    status        text not null constraint distribution_run_status_check check (status in ('PREPARING', 'PREVIEW', 'RUNNING', 'DONE')),
    created_by    uuid not null constraint distribution_run_created_by_fkey references app_user,
    created_at    timestamptz not null,
    confirmed_at  timestamptz,
    done_at       timestamptz,
    version       bigint not null,
    constraint distribution_run_confirmed_check check ((status in ('RUNNING', 'DONE')) = (confirmed_at is not null)),
    constraint distribution_run_done_check check ((status = 'DONE') = (done_at is not null))
);
create index distribution_run_open_idx on distribution_run (created_at) where status in ('PREPARING', 'RUNNING');

create table distribution_run_item (
    id                   uuid primary key,
    run_id               uuid not null constraint distribution_run_item_run_fkey references distribution_run,
    position             int not null,
    opportunity_id       uuid not null constraint distribution_run_item_opportunity_fkey references opportunity,
    proposed_partner_id  uuid constraint distribution_run_item_proposed_fkey references partner,
    partner_id           uuid constraint distribution_run_item_partner_fkey references partner,
    method               text,
    rule_id              uuid constraint distribution_run_item_rule_fkey references distribution_rule on delete set null,
    rule                 text,
    status               text not null constraint distribution_run_item_status_check check (status in
                             ('WAITING', 'PROPOSED', 'NOBODY', 'SKIPPED', 'DONE', 'FAILED')),
    code                 text,
    version              bigint not null,
    constraint distribution_run_item_opportunity_key unique (run_id, opportunity_id),
    constraint distribution_run_item_code_check check ((status = 'FAILED') = (code is not null))
);
