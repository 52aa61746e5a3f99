-- Identifiers of companies in the form in which they are compared: without punctuation, in capitals. Indexes use these functions, so they
-- are created here and not in a repeatable migration.
create function identifier_key(identifier text) returns text language sql immutable strict parallel safe
    return nullif(upper(regexp_replace(normalize(identifier, NFKC), '[^[:alnum:]]+', '', 'g')), '');
-- A VAT number with the prefix of its country, which may be written with it or without.
create function vat_key(country text, vat_number text) returns text language sql immutable strict parallel safe
    return (select case when key ~ '^(AT|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)' then key
                        when key like 'GR%' then 'EL' || substr(key, 3)
                        else case country when 'GR' then 'EL' when 'CH' then 'CHE' else country end || key end
              from (select identifier_key(vat_number) as key) k);
create index customer_registry_key_idx on customer (country, identifier_key(registry_code)) where registry_code is not null;
drop index customer_vat_number_idx;
create index customer_vat_key_idx on customer (vat_key(country, vat_number)) where vat_number is not null;

-- What staff have decided about two records of customers that look alike: whether they are one company.
create table company_decision (
    customer_id  uuid not null constraint company_decision_customer_fkey references customer,
    other_id     uuid not null constraint company_decision_other_fkey references customer,
    same         boolean not null,
    decided_by   uuid not null constraint company_decision_decided_by_fkey references app_user,
    decided_at   timestamptz not null,
    primary key (customer_id, other_id),
    constraint company_decision_order_check check (customer_id < other_id)
);
create index company_decision_other_idx on company_decision (other_id);

-- Events that only the vendor sees, such as that a rule was overridden and why.
alter table opportunity_event add column staff_only boolean not null default false;

-- A partner that was chosen for an opportunity although a rule excludes it, and why.
alter table distribution_run_item add column override_reason text;

-- A partner that leads because it is the only one in its collaboration, not because staff named it.
alter table collaborator add column lead_alone boolean not null default false,
    add constraint collaborator_lead_alone_check check (not lead_alone or lead);
with alone as (
    select c.id, c.opportunity_id, c.partner_id from collaborator c join opportunity o on o.id = c.opportunity_id
     where c.joined_at is not null and not c.lead and o.status in ('ACCEPTED', 'ON_HOLD')
       and not exists (select from collaborator x where x.opportunity_id = c.opportunity_id and x.id <> c.id)),
led as (
    update opportunity o set partner_id = a.partner_id, version = o.version + 1 from alone a where o.id = a.opportunity_id)
update collaborator c set lead = true, lead_alone = true, version = c.version + 1 from alone a where c.id = a.id;

alter table notification drop constraint notification_kind_check, add constraint notification_kind_check check (kind in
    ('DELIVERED', 'REMINDER', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RECALLED', 'NO_PARTNER_LEFT', 'SHARED', 'ASSIGNED', 'RETURNED', 'TAKEN_BACK',
     'INACTIVE', 'EXTENSION_REQUESTED', 'EXTENSION_DECIDED', 'TO_APPROVE', 'APPROVED', 'REJECTED', 'CLOSED', 'MENTIONED',
     'REGISTRATION_SUBMITTED', 'REGISTRATION_DECIDED', 'REGISTRATION_ENDING', 'REGISTRATION_OVERDUE', 'REGISTRATION_DUE',
     'EXCLUSIVITY_OVERRIDDEN'));
