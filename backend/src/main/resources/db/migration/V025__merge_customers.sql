-- Two records of one company become one. What referred to the record that went finds the one that stayed.
create table customer_alias (
    id           uuid primary key,
    customer_id  uuid not null constraint customer_alias_customer_fkey references customer,
    name         text not null,
    merged_by    uuid not null constraint customer_alias_merged_by_fkey references app_user,
    merged_at    timestamptz not null
);
create index customer_alias_customer_idx on customer_alias (customer_id);
alter table customer_alias enable row level security;
alter table customer_alias force row level security;
create policy the_system on customer_alias using ((select caller_side()) = 'SYSTEM');
create policy the_vendor on customer_alias using ((select caller_side()) = 'VENDOR');
create policy known_to_the_partner on customer_alias for select using (exists (select from customer c where c.id = customer_id));
create trigger audited after insert or update or delete on customer_alias for each row execute function record_change('id');

-- Whom a partner has met is that partner's and the vendor's to know, though others may know the company too: those who work on an
-- opportunity that names the contact see it. Null: everybody who knows the company.
alter table customer_contact add column known_to uuid[];
drop policy known_to_the_partner on customer_contact;
create policy known_to_the_partner on customer_contact
    using (exists (select from customer_partner a where a.customer_id = customer_contact.customer_id and a.partner_id = (select caller_partner()))
           and (known_to is null or (select caller_partner()) = any (known_to)
                or exists (select from opportunity_contact x join opportunity o on o.id = x.opportunity_id where x.contact_id = customer_contact.id)));

-- Exclusivity that had ended before two records became one was that of another record: it may overlap.
alter table deal_registration_product_line
    add column before_merge boolean not null default false,
    drop constraint deal_registration_exclusivity_key,
    add constraint deal_registration_exclusivity_key exclude using gist (customer_id with =, product_line_id with =, exclusive with &&) where (not before_merge);

-- All that hangs on one record goes over to another. The exclusion constraint refuses it where both are exclusive at once.
create function merge_customers(gone uuid, kept uuid, at timestamptz) returns void language plpgsql as $$
declare
    all_of_gone uuid[] := array(select a.partner_id from customer_partner a where a.customer_id = gone order by 1);
    all_of_kept uuid[] := array(select a.partner_id from customer_partner a where a.customer_id = kept order by 1);
begin
    update deal_registration_product_line x set before_merge = true where x.customer_id in (gone, kept) and upper(x.exclusive) <= at;
    update customer_contact c set known_to = all_of_kept, version = version + 1 where c.customer_id = kept and c.known_to is null and not all_of_gone <@ all_of_kept;
    update customer_contact c
       set known_to = case when c.known_to is null and not all_of_kept <@ all_of_gone then all_of_gone else c.known_to end, customer_id = kept, version = version + 1
     where c.customer_id = gone;
    insert into customer_partner (customer_id, partner_id, since)
    select kept, a.partner_id, a.since from customer_partner a where a.customer_id = gone
        on conflict (customer_id, partner_id) do update set since = least(customer_partner.since, excluded.since);
    update opportunity o set customer_id = kept, version = version + 1 where o.customer_id = gone;
    update deal_registration r set customer_id = kept, version = version + 1 where r.customer_id = gone;
    update customer_alias a set customer_id = kept where a.customer_id = gone;
    delete from customer_partner a where a.customer_id = gone;
end $$;
