-- Opportunities as they are listed, filtered and sorted: one row for the vendor (viewer_id is zero) and one for each partner that sees the
-- opportunity outside the pool. R__61_listed_opportunity.sql says what the columns contain and keeps them up to date.
--   visible_to     the seller of the partner that sees it; null for none
--   status         what the viewer sees: a partner that is asked to join a collaboration has an offer
--   place_id       the viewer's entry in the collaboration, with lead and joined_at
--   collaborators  the names of the collaborating partners, one a line, the lead first
--   base_value, base_actual_value  in the base currency; null without a rate
--   rate           the rate of base_value
--   active_at      when a user of a partner was last active
create table listed_opportunity (
    viewer_id               uuid not null,
    opportunity_id          uuid not null constraint listed_opportunity_opportunity_fkey references opportunity on delete cascade,
    visible_to              uuid,
    number                  text not null,
    topic                   text not null,
    status                  text not null,
    source                  text not null,
    customer_id             uuid not null,
    customer_name           text not null,
    currency                text not null,
    estimated_value         numeric(19, 4),
    actual_value            numeric(19, 4),
    rate                    numeric,
    base_value              numeric,
    base_actual_value       numeric,
    phase                   text,
    probability             int,
    estimated_close_date    date,
    due_on                  date,
    extension_due_on        date,
    extension_requested_at  timestamptz,
    accepted_at             timestamptz,
    active_at               timestamptz,
    closed_on               date,
    owner_id                uuid,
    owner_name              text,
    partner_id              uuid,
    partner_name            text,
    assignee_id             uuid,
    assignee_name           text,
    collaboration_id        uuid,
    collaborators           text,
    place_id                uuid,
    lead                    boolean,
    joined_at               timestamptz,
    distribution_id         uuid,
    answer_by               timestamptz,
    territory_id            uuid,
    exhausted               boolean not null,
    reason_code             text,
    created_at              timestamptz not null,
    updated_at              timestamptz not null,
    version                 bigint not null,
    constraint listed_opportunity_key primary key (viewer_id, opportunity_id)
) with (fillfactor = 85);

-- One for each documented sort, and two for the lists that staff open most. An update of an opportunity writes into all of them.
create index listed_opportunity_updated_idx on listed_opportunity (viewer_id, updated_at, opportunity_id);
create index listed_opportunity_created_idx on listed_opportunity (viewer_id, created_at, opportunity_id);
create index listed_opportunity_number_idx on listed_opportunity (viewer_id, number, opportunity_id);
create index listed_opportunity_topic_idx on listed_opportunity (viewer_id, lower(topic), opportunity_id);
create index listed_opportunity_customer_idx on listed_opportunity (viewer_id, lower(customer_name), opportunity_id);
create index listed_opportunity_partner_idx on listed_opportunity (viewer_id, coalesce(lower(partner_name), ''), opportunity_id);
create index listed_opportunity_status_idx on listed_opportunity (viewer_id, status, opportunity_id);
create index listed_opportunity_value_idx on listed_opportunity (viewer_id, coalesce(base_value, 0), opportunity_id);
create index listed_opportunity_close_idx on listed_opportunity (viewer_id, coalesce(estimated_close_date, '9999-12-31'), opportunity_id);
create index listed_opportunity_due_idx on listed_opportunity (viewer_id, coalesce(due_on, '9999-12-31'), opportunity_id);
create index listed_opportunity_answer_idx on listed_opportunity (viewer_id, coalesce(answer_by, updated_at), opportunity_id);
create index listed_opportunity_status_updated_idx on listed_opportunity (viewer_id, status, updated_at, opportunity_id);
create index listed_opportunity_status_value_idx on listed_opportunity (viewer_id, status, coalesce(base_value, 0), opportunity_id);
-- What changes with a name or a rate.
create index listed_opportunity_opportunity_idx on listed_opportunity (opportunity_id);
create index listed_opportunity_customer_id_idx on listed_opportunity (customer_id);
create index listed_opportunity_owner_idx on listed_opportunity (viewer_id, owner_id, updated_at, opportunity_id);
create index listed_opportunity_rate_idx on listed_opportunity (currency, rate) where estimated_value is not null;
create index listed_opportunity_closed_idx on listed_opportunity (currency, opportunity_id)
    where actual_value is not null and viewer_id = '00000000-0000-0000-0000-000000000000';

-- Rates that were set or removed, until the amounts of closed opportunities are converted with them; after_id is the last one that was.
create table changed_rate (
    currency    text not null,
    valid_from  date not null,
    after_id    uuid,
    constraint changed_rate_key primary key (currency, valid_from)
);
