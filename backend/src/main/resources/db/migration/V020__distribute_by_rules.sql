-- Rules that say, in order, how an opportunity is distributed where staff leave it to them.
create table distribution_rule (
    id          uuid primary key,
    position    int not null constraint distribution_rule_position_key unique deferrable initially deferred
                    constraint distribution_rule_position_check check (position > 0),
    name        text not null constraint distribution_rule_name_key unique constraint distribution_rule_name_check check (length(btrim(name)) between 1 and 100),
    active      boolean not null,
    value_from  numeric(19, 4) constraint distribution_rule_value_from_check check (value_from >= 0),
    value_to    numeric(19, 4),
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

-- The first active rule whose conditions an opportunity meets: it lies in one of the territories or below, has one of the product lines,
-- and a value, in the base currency, between the bounds. A condition that is not set is met.
create function rule_for(which uuid, today date) returns uuid language sql stable
    return (select r.id
              from distribution_rule r
             cross join (select x.*, to_base(x.estimated_value, x.currency, today) as value from opportunity x where x.id = which) o
             where r.active
               and (r.value_from is null or o.value >= r.value_from)
               and (r.value_to is null or o.value <= r.value_to)
               and (not exists (select from distribution_rule_territory t where t.rule_id = r.id)
                    or exists (select from distribution_rule_territory t join territories_around(o.territory_id) a on a.id = t.territory_id where t.rule_id = r.id))
               and (not exists (select from distribution_rule_product_line l where l.rule_id = r.id)
                    or exists (select from distribution_rule_product_line l join opportunity_product_line p on p.product_line_id = l.product_line_id
                                where l.rule_id = r.id and p.opportunity_id = o.id))
             order by r.position limit 1);

alter table opportunity drop constraint opportunity_method_check,
    add constraint opportunity_method_check check (method in ('CASCADE', 'ROUND_ROBIN', 'AUTOMATIC'));
alter table matching_run add column rule text;

-- Many opportunities at once: looked at first, then carried out one by one.
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
do $$
declare
    protected text;
begin
    foreach protected in array array['distribution_rule', 'distribution_rule_territory', 'distribution_rule_product_line', 'distribution_run', 'distribution_run_item'] loop
        execute format('create trigger audited after insert or update or delete on %I for each row execute function record_change(%L)', protected,
                       case when protected like 'distribution_rule_%' then 'rule_id' else 'id' end);
    end loop;
    foreach protected in array array['distribution_run', 'distribution_run_item'] loop
        execute format('alter table %I enable row level security', protected);
        execute format('alter table %I force row level security', protected);
        execute format('create policy the_system on %I using ((select caller_side()) = ''SYSTEM'')', protected);
        execute format('create policy the_vendor on %I using ((select caller_side()) = ''VENDOR'')', protected);
    end loop;
end $$;
