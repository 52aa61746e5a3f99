-- A registration keeps the scope that was approved: the value and the territory of its opportunity at that time. A material change waits for
-- approval next to it, and the approved scope holds until then.
alter table approval_policy
    add column material_change_percent int not null default 20
        constraint approval_policy_material_change_percent_check check (material_change_percent between 1 and 1000);

alter table deal_registration disable trigger user;
alter table deal_registration
    add column scope_value          numeric(19, 4),
    add column scope_currency       text,
    add column scope_territory_id   uuid constraint deal_registration_scope_territory_fkey references territory,
    add column change_value         numeric(19, 4),
    add column change_currency      text,
    add column change_territory_id  uuid constraint deal_registration_change_territory_fkey references territory,
    add column change_requested_by  uuid constraint deal_registration_change_requested_by_fkey references app_user,
    add column change_requested_at  timestamptz;
update deal_registration r
   set scope_value = o.estimated_value, scope_currency = o.currency, scope_territory_id = o.territory_id
  from opportunity o
 where o.id = r.opportunity_id;
alter table deal_registration enable trigger user;
alter table deal_registration
    add constraint deal_registration_scope_check check ((scope_value is null or scope_currency is not null)
                                                        and (scope_value >= 0) is not false and money_fits(scope_value, scope_currency)),
    add constraint deal_registration_change_check check (num_nonnulls(change_currency, change_requested_by, change_requested_at) in (0, 3)
                                                         and (change_requested_at is null or status = 'APPROVED')
                                                         and (change_requested_at is not null or num_nonnulls(change_value, change_territory_id) = 0)
                                                         and (change_value >= 0) is not false and money_fits(change_value, change_currency)),
    add column awaits_decision boolean not null generated always as (status = 'SUBMITTED' or change_requested_at is not null) stored;

-- The product lines that a pending change asks for: all of them, not only the new ones.
create table deal_registration_change_line (
    registration_id  uuid not null constraint deal_registration_change_line_registration_fkey references deal_registration,
    product_line_id  uuid not null constraint deal_registration_change_line_product_line_fkey references product_line,
    primary key (registration_id, product_line_id)
);
create index deal_registration_change_line_product_line_idx on deal_registration_change_line (product_line_id);

drop index deal_registration_decide_idx;
drop index deal_registration_decision_remind_idx;
drop index deal_registration_automatic_idx;
create index deal_registration_decide_idx on deal_registration (decide_by, id) where awaits_decision;
create index deal_registration_decision_remind_idx on deal_registration (decision_remind_at) where awaits_decision and not decision_reminded;
create index deal_registration_automatic_idx on deal_registration (submitted_at) where awaits_decision and automatic;
create index deal_registration_change_idx on deal_registration (submitted_at, id) where change_requested_at is not null;
