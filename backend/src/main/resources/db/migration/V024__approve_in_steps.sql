-- Who decides on a registration, in which steps, and how long exclusivity lasts: the first rule whose conditions fit says so. Where none
-- does, a channel manager or an administrator decides. The rules are one page, changed as a whole.
create table approval_policy (
    id        uuid primary key,
    only_one  boolean not null default true constraint approval_policy_key unique constraint approval_policy_check check (only_one),
    version   bigint not null
);
insert into approval_policy values ('00000000-0000-7000-8000-000000000002', true, 0);
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
-- None: it is approved by itself where nothing is in the way.
create table approval_rule_step (
    rule_id   uuid not null constraint approval_rule_step_rule_fkey references approval_rule,
    position  int not null constraint approval_rule_step_position_check check (position between 0 and 9),
    approver  text not null constraint approval_rule_step_approver_check check (approver in ('CHANNEL_MANAGER', 'PARTNERS_CHANNEL_MANAGER', 'ADMIN', 'PERSON')),
    user_id   uuid constraint approval_rule_step_user_fkey references app_user,
    primary key (rule_id, position),
    constraint approval_rule_step_person_check check ((approver = 'PERSON') = (user_id is not null))
);

-- What the rule said when it was submitted: a later change of the rules changes nothing in what is being decided on.
alter table deal_registration
    add column rule text,
    add column automatic boolean not null default false,
    add column exclusivity_days int constraint deal_registration_exclusivity_days_check check (exclusivity_days between 1 and 3650),
    add column decision_remind_at timestamptz,
    add column decision_reminded boolean not null default false,
    add constraint deal_registration_decision_remind_check check (decision_remind_at <= decide_by);
create index deal_registration_decision_remind_idx on deal_registration (decision_remind_at) where status = 'SUBMITTED' and not decision_reminded;
create index deal_registration_automatic_idx on deal_registration (submitted_at) where status = 'SUBMITTED' and automatic;
create table deal_registration_step (
    registration_id  uuid not null constraint deal_registration_step_registration_fkey references deal_registration,
    position         int not null constraint deal_registration_step_position_check check (position between 0 and 9),
    approver         text not null constraint deal_registration_step_approver_check check (approver in ('CHANNEL_MANAGER', 'PARTNERS_CHANNEL_MANAGER', 'ADMIN', 'PERSON')),
    user_id          uuid constraint deal_registration_step_user_fkey references app_user,
    decided_by       uuid constraint deal_registration_step_decided_by_fkey references app_user,
    decided_at       timestamptz,
    primary key (registration_id, position),
    -- Four eyes: nobody takes two steps.
    constraint deal_registration_step_decided_by_key unique (registration_id, decided_by),
    constraint deal_registration_step_decided_check check ((decided_by is null) = (decided_at is null)),
    constraint deal_registration_step_person_check check (approver <> 'PERSON' or user_id is not null)
);

-- The first rule that fits: by the partner's tier, the value in the base currency, the territory of the deal (where it has none, the
-- partner's) or one above it, and the product lines.
create function approval_rule_for(its_partner uuid, its_value numeric, its_currency text, its_territory uuid, its_lines uuid[], today date) returns uuid
    language sql stable
    return (select r.id
              from approval_rule r
             cross join (select to_base(its_value, its_currency, today) as amount) v
             where (r.value_from is null or v.amount >= r.value_from)
               and (r.value_to is null or v.amount <= r.value_to)
               and (not exists (select from approval_rule_tier t where t.rule_id = r.id)
                    or exists (select from approval_rule_tier t join partner p on p.tier_id = t.tier_id where t.rule_id = r.id and p.id = its_partner))
               and (not exists (select from approval_rule_territory t where t.rule_id = r.id)
                    or exists (select from approval_rule_territory t
                                 join (select its_territory as id where its_territory is not null
                                       union all
                                       select p.territory_id from partner_territory p where p.partner_id = its_partner and its_territory is null) d on true
                                 join territories_around(d.id) a on a.id = t.territory_id
                                where t.rule_id = r.id))
               and (not exists (select from approval_rule_product_line l where l.rule_id = r.id)
                    or exists (select from approval_rule_product_line l where l.rule_id = r.id and l.product_line_id = any (its_lines)))
             order by r.position limit 1);

create trigger audited after insert or update or delete on approval_policy for each row execute function record_change('id');
do $$
declare
    protected text;
begin
    foreach protected in array array['approval_rule', 'approval_rule_tier', 'approval_rule_territory', 'approval_rule_product_line', 'approval_rule_step',
                                     'deal_registration_step'] loop
        execute format('create trigger audited after insert or update or delete on %I for each row execute function record_change(%L)', protected,
                       case when protected = 'deal_registration_step' then 'registration_id' when protected = 'approval_rule' then 'id' else 'rule_id' end);
        execute format('alter table %I enable row level security', protected);
        execute format('alter table %I force row level security', protected);
        execute format('create policy the_system on %I using ((select caller_side()) = ''SYSTEM'')', protected);
        execute format('create policy the_vendor on %I using ((select caller_side()) = ''VENDOR'')', protected);
    end loop;
end $$;
create policy of_a_seen_registration on deal_registration_step
    using (exists (select from deal_registration r where r.id = registration_id));

alter table notification drop constraint notification_kind_check,
    add constraint notification_kind_check check (kind in
        ('DELIVERED', 'REMINDER', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RECALLED', 'NO_PARTNER_LEFT', 'SHARED', 'ASSIGNED', 'RETURNED', 'TAKEN_BACK',
         'INACTIVE', 'EXTENSION_REQUESTED', 'EXTENSION_DECIDED', 'TO_APPROVE', 'APPROVED', 'REJECTED', 'CLOSED', 'MENTIONED',
         'REGISTRATION_SUBMITTED', 'REGISTRATION_DECIDED', 'REGISTRATION_ENDING', 'REGISTRATION_OVERDUE', 'REGISTRATION_DUE'));
