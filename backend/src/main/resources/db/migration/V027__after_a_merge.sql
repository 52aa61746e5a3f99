-- Exclusivity that had ended before two records became one may overlap; what becomes exclusive anew is under the constraint like any other.
create function under_the_constraint() returns trigger language plpgsql as $$
begin
    new.before_merge := false;
    return new;
end $$;
create trigger under_the_constraint before update of exclusive on deal_registration_product_line
    for each row when (old.before_merge and new.exclusive is distinct from old.exclusive) execute function under_the_constraint();

-- Who works on an opportunity sees the contacts that it names once it has accepted it; before that the masks of the offer say what it sees.
drop policy known_to_the_partner on customer_contact;
create policy known_to_the_partner on customer_contact
    using (exists (select from customer_partner a where a.customer_id = customer_contact.customer_id and a.partner_id = (select caller_partner()))
           and (known_to is null or (select caller_partner()) = any (known_to)
                or exists (select from opportunity_contact x join opportunity o on o.id = x.opportunity_id
                            where x.contact_id = customer_contact.id
                              and ((o.partner_id = (select caller_partner()) and o.status not in ('DELIVERED', 'POOL'))
                                   or exists (select from collaborator c
                                               where c.opportunity_id = o.id and c.partner_id = (select caller_partner()) and c.joined_at is not null)))));
