-- Why an opportunity needs attention (alert_of), and when that changes if nothing happens before. R__61_listed_opportunity.sql keeps both up
-- to date: with each change of the opportunity, and by a job when time passes. Activity of a partner does not move alert_changes_at, so that
-- no index is written: it may be too early, never too late.
alter table listed_opportunity add column alert text, add column alert_changes_at timestamptz;
create index listed_opportunity_alert_idx on listed_opportunity (viewer_id, alert, updated_at, opportunity_id) where alert is not null;
create index listed_opportunity_alert_changes_idx on listed_opportunity (alert_changes_at) where alert_changes_at is not null;

-- A row while all opportunities are listed again, because of a change of the policy or an upgrade; after_id is the last one that was.
create table relisting (
    id        int primary key default 1 constraint relisting_id_check check (id = 1),
    after_id  uuid
);

-- Opportunities that a job lists again, because a name that many of them have was changed.
create table opportunity_to_list (
    opportunity_id  uuid primary key constraint opportunity_to_list_opportunity_fkey references opportunity on delete cascade
);

-- The numbers and sums of listed opportunities, by what dashboards distinguish. R__63_counted_opportunity.sql keeps them up to date.
--   shared     whether several partners collaborate
--   phase      only while a partner works on it
--   closed_on  infinity while open, -infinity if it was closed without a day
--   value, forecast, actual  sums in the base currency; forecast is weighted by probability
--   unconverted  the number of those with an amount that has no rate
create table opportunity_total (
    viewer_id            uuid not null,
    visible_to           uuid,
    shared               boolean not null,
    status               text not null,
    phase                text,
    alert                text,
    closed_on            date not null,
    count                bigint not null,
    value                numeric not null,
    forecast             numeric not null,
    actual               numeric not null,
    exhausted            bigint not null,
    extension_requested  bigint not null,
    unconverted          bigint not null,
    constraint opportunity_total_key unique nulls not distinct (viewer_id, closed_on, status, phase, alert, visible_to, shared)
);
create index opportunity_total_unconverted_idx on opportunity_total (viewer_id) where unconverted <> 0;

-- What transactions have added to the totals or, with negative numbers, taken from them. Transactions only append, so they do not wait for
-- each other; a job adds the rows to the totals within seconds. A total is the sum of both tables.
create table opportunity_total_change (
    id  bigint generated always as identity primary key,
    like opportunity_total
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create index opportunity_total_change_viewer_idx on opportunity_total_change (viewer_id);

-- How many opportunities a partner works on, without the changes that have not been added to the totals yet, and when any of its totals last
-- changed.
create table partner_total (
    partner_id  uuid primary key,
    open        bigint not null,
    changed_at  timestamptz not null
);

-- Results of the last year for the vendor's dashboard: closed opportunities of this partner alone, the value won, offers that were accepted,
-- that were answered or expired, that were answered, and the hours until the answers.
alter table partner_statistics
    add column year_won       int not null default 0,
    add column year_lost      int not null default 0,
    add column year_value     numeric not null default 0,
    add column year_accepted  int not null default 0,
    add column year_ended     int not null default 0,
    add column year_answers   int not null default 0,
    add column year_hours     double precision not null default 0,
    add column computed_at    timestamptz not null default '-infinity';
create index partner_statistics_value_idx on partner_statistics (year_value desc, partner_id);
-- The deliveries of the last hours, for matching.
drop index distribution_delivered_idx;
create index distribution_delivered_idx on distribution (delivered_at) include (partner_id);
