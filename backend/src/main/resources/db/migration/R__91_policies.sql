-- Row-level security, the second line of defense behind the finders of the application: no query returns rows that belong to another
-- partner. The application connects as a role that owns nothing; R__10_platform.sql describes who a connection acts for.
--
-- This file owns all policies: it drops them and creates them again. Calls of functions stand in subqueries, such as (select caller_side()),
-- so that PostgreSQL evaluates them once per statement and not once per row.
do $$
declare
    dropped record;
    protected text;
begin
    for dropped in select tablename, policyname from pg_policies where schemaname = current_schema() loop
        execute format('drop policy %I on %I', dropped.policyname, dropped.tablename);
    end loop;

    -- Every protected table: the system sees all rows.
    foreach protected in array array['app_user', 'session', 'refresh_token', 'invitation', 'api_client', 'signing_key', 'idempotency_key',
            'partner', 'partner_territory', 'partner_competency', 'partner_statistics',
            'customer', 'customer_alias', 'customer_contact', 'customer_partner',
            'opportunity', 'opportunity_contact', 'opportunity_product_line', 'opportunity_competency', 'opportunity_external_reference',
            'collaborator', 'distribution', 'matching_run', 'distribution_run', 'distribution_run_item',
            'deal_registration', 'deal_registration_product_line', 'deal_registration_step',
            'approval_rule', 'approval_rule_tier', 'approval_rule_territory', 'approval_rule_product_line', 'approval_rule_step',
            'note', 'note_revision', 'attachment', 'attachment_content', 'opportunity_event', 'notification', 'mail', 'live_change'] loop
        execute format('alter table %I enable row level security', protected);
        execute format('alter table %I force row level security', protected);
        execute format('create policy the_system on %I using ((select caller_side()) = ''SYSTEM'')', protected);
        -- The vendor sees all rows, too, except for those of single users.
        if protected not in ('session', 'refresh_token', 'idempotency_key', 'notification', 'mail', 'live_change') then
            execute format('create policy the_vendor on %I using ((select caller_side()) = ''VENDOR'')', protected);
        end if;
    end loop;

    -- What sign-in, refresh, sign-out and invitations need.
    foreach protected in array array['partner', 'app_user', 'session', 'refresh_token', 'invitation', 'api_client', 'signing_key'] loop
        execute format('create policy anonymous_access on %I using ((select caller_side()) = ''ANONYMOUS'')', protected);
    end loop;
end $$;

-- Users, sessions and partners.
create policy its_own_company on partner using (id = (select caller_partner()));
create policy its_own_company on partner_territory using (partner_id = (select caller_partner()));
create policy its_own_company on partner_competency using (partner_id = (select caller_partner()));
create policy its_own_users on app_user using (partner_id = (select caller_partner()));
create policy its_own_users on invitation using (exists (select from app_user u where u.id = user_id));
create policy its_own on session using (user_id = (select caller_person()));
create policy its_own on refresh_token using (exists (select from session s where s.id = session_id));
create policy its_own on idempotency_key using (caller_id = (select caller_person()));

-- Customers.
create policy its_own_customers on customer_partner using (partner_id = (select caller_partner()));
create policy known_to_the_partner on customer
    using (exists (select from customer_partner a where a.customer_id = id and a.partner_id = (select caller_partner())));
-- A partner knows the customers that it adds from then on.
create policy added_by_the_partner on customer for insert with check ((select caller_partner()) is not null);
create policy known_to_the_partner on customer_alias for select using (exists (select from customer c where c.id = customer_id));
create policy known_to_the_partner on customer_contact
    using (exists (select from customer_partner a where a.customer_id = customer_contact.customer_id and a.partner_id = (select caller_partner()))
           and (known_to is null or (select caller_partner()) = any (known_to) or works_with_contact(id)));
-- same_companies() runs as the owner.
do $$
begin
    execute format('create policy searched_by_the_owner on customer for select to %I using (true)', current_user);
end $$;

-- Opportunities.
create policy its_own_entry on collaborator
    using (sees_as_collaborator(partner_id, partner_user_id, (select caller_partner()), (select caller_is_seller()), (select caller_person()))
           or (partner_id = (select caller_partner()) and opportunity_id = (select held_opportunity())));
create policy worked_by_the_partner on opportunity
    using (id = (select held_opportunity())
           or sees_opportunity(partner_id, collaboration_id, partner_user_id, status,
                               (select caller_partner()), (select caller_is_seller()), (select caller_person()))
           or (collaboration_id is not null
               and id in (select c.opportunity_id from collaborator c where c.partner_id = (select caller_partner()))));
create policy in_the_pool on opportunity
    using (status = 'POOL' and (select caller_partner()) is not null and id in (select pool_of_mine()));
create policy of_a_visible_opportunity on opportunity_contact using (exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_visible_opportunity on opportunity_product_line using (exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_visible_opportunity on opportunity_competency using (exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_visible_opportunity on opportunity_external_reference using (exists (select from opportunity o where o.id = opportunity_id));

-- Offers and registrations. Sellers see those of the opportunities that they see.
create policy made_to_the_partner on distribution
    using (partner_id = (select caller_partner())
           and (not (select caller_is_seller()) or exists (select from opportunity o where o.id = opportunity_id)));
create policy made_by_the_partner on deal_registration
    using (partner_id = (select caller_partner())
           and (not (select caller_is_seller()) or exists (select from opportunity o where o.id = opportunity_id)));
create policy of_a_visible_registration on deal_registration_product_line
    using (exists (select from deal_registration r where r.id = registration_id));
create policy of_a_visible_registration on deal_registration_step
    using (exists (select from deal_registration r where r.id = registration_id));

-- The timeline. A partner reads what is for all partners or for itself; in a collaboration, what was written while it existed.
create policy for_the_partner on note
    using (visibility <> 'STAFF' and (select caller_partner()) is not null
           and case when collaboration_id is null then partner_id is null or partner_id = (select caller_partner())
                    else collaboration_id in (select c.collaboration_id from collaborator c
                                               where c.partner_id = (select caller_partner()) and c.joined_at is not null) end
           and exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_visible_note on note_revision using (exists (select from note n where n.id = note_id));
create policy of_a_visible_note on attachment using (exists (select from note n where n.id = note_id));
create policy of_a_visible_attachment on attachment_content using (exists (select from attachment a where a.id = attachment_id));
create policy for_the_partner on opportunity_event
    using ((select caller_partner()) is not null
           and case when collaboration_id is null then partner_id is null or partner_id = (select caller_partner())
                    else collaboration_id in (select c.collaboration_id from collaborator c
                                               where c.partner_id = (select caller_partner()) and c.joined_at is not null)
                         or opportunity_id = (select held_opportunity()) end
           and exists (select from opportunity o where o.id = opportunity_id));

-- Notifications, mails and live changes are written for others and read by their recipients.
create policy its_own on notification using (user_id = (select caller_person()));
create policy written_for_others on notification for insert with check ((select caller_side()) in ('VENDOR', 'PARTNER'));
create policy written_for_others on mail for insert with check ((select caller_side()) in ('VENDOR', 'PARTNER'));
create policy the_vendor on live_change for select using ((select caller_side()) = 'VENDOR' and (user_id is null or user_id = (select caller_person())));
create policy its_own on live_change for select using (user_id = (select caller_person()));
create policy of_a_visible_opportunity on live_change for select
    using ((select caller_partner()) is not null and user_id is null and not staff_only
           and case when collaboration_id is null then partner_id is null or partner_id = (select caller_partner())
                    else collaboration_id in (select c.collaboration_id from collaborator c
                                               where c.partner_id = (select caller_partner()) and c.joined_at is not null) end
           and exists (select from opportunity o where o.id = opportunity_id));
create policy written_by_triggers on live_change for insert with check (true);

-- The audit log.
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy written_by_triggers on audit_event for insert with check (true);
create policy the_system on audit_event for select using ((select caller_side()) = 'SYSTEM');
create policy the_vendor on audit_event for select using ((select caller_side()) = 'VENDOR');

-- Rows that functions show for their duration, by a setting: names of the vendor's users, what an offer shows before the partner knows the
-- customer or after the opportunity has gone to another partner, and the partners in the same collaboration.
create policy by_name on app_user for select using (partner_id is null and (select current_setting('sild.names', true)) = 'yes');
create policy by_offer on opportunity for select using ((select current_setting('sild.offers', true)) = 'yes');
create policy by_offer on customer for select
    using ((select current_setting('sild.offers', true)) = 'yes'
           and exists (select from opportunity o
                        where o.customer_id = customer.id
                          and (o.partner_id = (select caller_partner())
                               or o.id in (select c.opportunity_id from collaborator c where c.partner_id = (select caller_partner()))
                               or (o.status = 'POOL' and (select caller_partner()) is not null and o.id in (select pool_of_mine())))));
create policy by_collaboration on collaborator for select
    using ((select current_setting('sild.colleagues', true)) = 'yes' and (select caller_partner()) is not null);
create policy by_collaboration on partner for select
    using ((select current_setting('sild.colleagues', true)) = 'yes' and (select caller_partner()) is not null);
create policy by_collaboration on app_user for select
    using ((select current_setting('sild.colleagues', true)) = 'yes' and (select caller_partner()) is not null);
