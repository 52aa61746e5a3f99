-- Row-level security, the second line of defense behind the finders of the application: no query returns rows that belong to another
-- partner. The application connects as a role that owns nothing and sets the role of the actor it acts for; R__10_platform.sql describes
-- them. Each policy is for certain roles, so that PostgreSQL plans each statement with the conditions of one actor only.
--
-- This file owns all policies: it drops them and creates them again. Calls of functions stand in subqueries, such as (select
-- caller_partner()), so that PostgreSQL evaluates them once per statement and not once per row. Conditions compare a column with such a
-- value or with an array of them, which an index can answer.
do $$
declare
    dropped record;
    protected text;
begin
    for dropped in select tablename, policyname from pg_policies where schemaname = current_schema() loop
        execute format('drop policy %I on %I', dropped.policyname, dropped.tablename);
    end loop;

    -- Every protected table: the system and the owner, as which some functions run, see all rows.
    foreach protected in array array['app_user', 'session', 'refresh_token', 'invitation', 'password_reset_request', 'password_reset', 'email_change',
            'account_notice', 'second_factor', 'recovery_code', 'api_client', 'signing_key', 'idempotency_key',
            'partner', 'partner_territory', 'partner_competency', 'partner_statistics',
            'vocabulary_merge', 'customer', 'customer_alias', 'customer_contact', 'customer_partner', 'company_decision',
            'opportunity', 'listed_opportunity', 'searched_opportunity', 'opportunity_to_list', 'opportunity_total', 'opportunity_total_change', 'partner_total', 'opportunity_contact', 'opportunity_product_line', 'opportunity_competency', 'opportunity_external_reference',
            'collaborator', 'distribution', 'matching_run', 'distribution_run', 'distribution_run_item',
            'deal_registration', 'deal_registration_product_line', 'deal_registration_change_line', 'deal_registration_step',
            'approval_rule', 'approval_rule_tier', 'approval_rule_territory', 'approval_rule_product_line', 'approval_rule_step',
            'note', 'note_revision', 'attachment', 'attachment_content', 'opportunity_event', 'notification', 'mail', 'live_change'] loop
        execute format('alter table %I enable row level security', protected);
        execute format('alter table %I force row level security', protected);
        execute format('create policy the_system on %I to "${application}_system", %I using (true)', protected, current_user);
        -- The vendor sees all rows, too, except for those of single users.
        if protected not in ('session', 'refresh_token', 'password_reset_request', 'email_change', 'account_notice', 'idempotency_key', 'notification', 'mail', 'live_change') then
            execute format('create policy the_vendor on %I to "${application}_vendor" using (true)', protected);
        end if;
    end loop;

    -- What sign-in, refresh, sign-out, invitations and password resets need.
    foreach protected in array array['partner', 'app_user', 'session', 'refresh_token', 'invitation', 'password_reset', 'second_factor', 'recovery_code', 'api_client', 'signing_key'] loop
        execute format('create policy anonymous_access on %I to "${application}_anonymous" using (true)', protected);
    end loop;
end $$;

-- Users, sessions and partners.
create policy its_own_company on partner to "${application}_partner" using (id = (select caller_partner()));
create policy its_own_company on partner_territory to "${application}_partner" using (partner_id = (select caller_partner()));
create policy its_own_company on partner_competency to "${application}_partner" using (partner_id = (select caller_partner()));
create policy its_own_users on app_user to "${application}_partner" using (partner_id = (select caller_partner()));
create policy its_own_users on invitation to "${application}_partner" using (exists (select from app_user u where u.id = user_id));
create policy its_own_users on password_reset to "${application}_partner" using (exists (select from app_user u where u.id = user_id));
create policy its_own_users on second_factor to "${application}_partner" using (exists (select from app_user u where u.id = user_id));
create policy its_own_users on recovery_code to "${application}_partner" using (exists (select from app_user u where u.id = user_id));
create policy asked on password_reset_request for insert to "${application}_anonymous" with check (true);
create policy its_own on email_change to "${application}_vendor", "${application}_partner" using (user_id = (select caller_person()));
create policy its_own on account_notice to "${application}_vendor", "${application}_partner" using (user_id = (select caller_person()));
create policy written_for_others on account_notice for insert to "${application}_vendor", "${application}_partner", "${application}_anonymous" with check (true);
create policy its_own on session to "${application}_vendor", "${application}_partner" using (user_id = (select caller_person()));
create policy its_own on refresh_token to "${application}_vendor", "${application}_partner" using (exists (select from session s where s.id = session_id));
create policy its_own on idempotency_key to "${application}_vendor", "${application}_partner" using (caller_id = (select caller_person()));

-- Customers.
create policy its_own_customers on customer_partner to "${application}_partner" using (partner_id = (select caller_partner()));
create policy known_to_the_partner on customer to "${application}_partner"
    using (exists (select from customer_partner a where a.customer_id = id and a.partner_id = caller_partner()));
-- A partner knows the customers that it adds from then on.
create policy added_by_the_partner on customer for insert to "${application}_partner" with check (true);
create policy known_to_the_partner on customer_alias for select to "${application}_partner" using (exists (select from customer c where c.id = customer_id));
create policy known_to_the_partner on customer_contact to "${application}_partner"
    using (exists (select from customer_partner a where a.customer_id = customer_contact.customer_id and a.partner_id = caller_partner())
           and (known_to is null or caller_partner() = any (known_to) or works_with_contact(id)));

-- Opportunities. These rows are read by their keys or with the row they belong to. A subquery for each setting of the caller would be computed
-- once, but initialized for each table of a statement, which took longer than the statement itself.
create policy its_own_entry on collaborator to "${application}_partner"
    using (sees_as_collaborator(partner_id, partner_user_id, caller_partner(), caller_is_seller(), caller_person())
           or (partner_id = caller_partner() and opportunity_id = held_opportunity()));
create policy worked_by_the_partner on opportunity to "${application}_partner"
    using (id = held_opportunity()
           or sees_opportunity(partner_id, collaboration_id, partner_user_id, status,
                               caller_partner(), caller_is_seller(), caller_person())
           or exists (select from collaborator c where c.opportunity_id = opportunity.id and c.partner_id = caller_partner()));
create policy in_the_pool on opportunity to "${application}_partner"
    using (status = 'POOL' and id = any (array(select pool_of_mine())));
-- One policy for both: with two, PostgreSQL combines indexes and sorts all rows of the partner. The pool is read only for the vendor's rows.
create policy listed_for_the_partner on listed_opportunity for select to "${application}_partner"
    using (case when viewer_id = '00000000-0000-0000-0000-000000000000'
                then status = 'POOL' and opportunity_id = any (array(select pool_of_mine()))
                else viewer_id = (select caller_partner())
                     and (not (select caller_is_seller()) or visible_to = (select caller_person())) end);
create policy listed_for_the_partner on opportunity_total for select to "${application}_partner"
    using (viewer_id = (select caller_partner()) and (not (select caller_is_seller()) or visible_to = (select caller_person())));
create policy listed_for_the_partner on opportunity_total_change for select to "${application}_partner"
    using (viewer_id = (select caller_partner()) and (not (select caller_is_seller()) or visible_to = (select caller_person())));
create policy its_own_company on partner_total for select to "${application}_partner" using (partner_id = (select caller_partner()));
create policy listed_for_the_partner on searched_opportunity for select to "${application}_partner"
    using (case when viewer_id = '00000000-0000-0000-0000-000000000001'
                then opportunity_id = any (array(select pool_of_mine()))
                else viewer_id = (select caller_partner())
                     and (not (select caller_is_seller()) or visible_to = (select caller_person())) end);
create policy of_a_visible_opportunity on opportunity_contact to "${application}_partner" using (exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_visible_opportunity on opportunity_product_line to "${application}_partner" using (exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_visible_opportunity on opportunity_competency to "${application}_partner" using (exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_visible_opportunity on opportunity_external_reference to "${application}_partner" using (exists (select from opportunity o where o.id = opportunity_id));

-- Offers and registrations. Sellers see those of the opportunities that they see.
create policy made_to_the_partner on distribution to "${application}_partner"
    using (partner_id = (select caller_partner())
           and (not (select caller_is_seller()) or exists (select from opportunity o where o.id = opportunity_id)));
create policy made_by_the_partner on deal_registration to "${application}_partner"
    using (partner_id = (select caller_partner())
           and (not (select caller_is_seller()) or exists (select from opportunity o where o.id = opportunity_id)));
create policy of_a_visible_registration on deal_registration_product_line to "${application}_partner"
    using (exists (select from deal_registration r where r.id = registration_id));
create policy of_a_visible_registration on deal_registration_change_line to "${application}_partner"
    using (exists (select from deal_registration r where r.id = registration_id));
create policy of_a_visible_registration on deal_registration_step to "${application}_partner"
    using (exists (select from deal_registration r where r.id = registration_id));

-- The timeline. A partner reads what is for all partners or for itself; in a collaboration, what was written while it existed.
create policy for_the_partner on note to "${application}_partner"
    using (visibility <> 'STAFF'
           and case when collaboration_id is null then partner_id is null or partner_id = caller_partner()
                    else collaboration_id in (select c.collaboration_id from collaborator c
                                               where c.partner_id = caller_partner() and c.joined_at is not null) end
           and exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_visible_note on note_revision to "${application}_partner" using (exists (select from note n where n.id = note_id));
create policy of_a_visible_note on attachment to "${application}_partner" using (exists (select from note n where n.id = note_id));
create policy of_a_visible_attachment on attachment_content to "${application}_partner" using (exists (select from attachment a where a.id = attachment_id));
create policy for_the_partner on opportunity_event to "${application}_partner"
    using (not staff_only
           and case when collaboration_id is null then partner_id is null or partner_id = caller_partner()
                    else collaboration_id in (select c.collaboration_id from collaborator c
                                               where c.partner_id = caller_partner() and c.joined_at is not null)
                         or opportunity_id = held_opportunity() end
           and exists (select from opportunity o where o.id = opportunity_id));

-- Notifications, mails and live changes are written for others and read by their recipients.
create policy its_own on notification to "${application}_vendor", "${application}_partner" using (user_id = (select caller_person()));
create policy written_for_others on notification for insert to "${application}_vendor", "${application}_partner" with check (true);
create policy written_for_others on mail for insert to "${application}_vendor", "${application}_partner", "${application}_anonymous" with check (true);
create policy the_vendor on live_change for select to "${application}_vendor" using (user_id is null or user_id = (select caller_person()));
create policy its_own on live_change for select to "${application}_partner" using (user_id = (select caller_person()));
create policy of_a_visible_opportunity on live_change for select to "${application}_partner"
    using (user_id is null and not staff_only
           and case when collaboration_id is null then partner_id is null or partner_id = (select caller_partner())
                    else collaboration_id in (select c.collaboration_id from collaborator c
                                               where c.partner_id = (select caller_partner()) and c.joined_at is not null) end
           and exists (select from opportunity o where o.id = opportunity_id));
create policy written_by_triggers on live_change for insert with check (true);

-- The audit log.
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy written_by_triggers on audit_event for insert with check (true);
create policy read_by_staff on audit_event for select to "${application}_system", "${application}_vendor" using (true);
do $$
declare
    sealed text;
begin
    execute format('create policy sealed_by_the_owner on audit_event for select to %I using (true)', current_user);
    foreach sealed in array array['audit_seal', 'audit_anchor', 'audit_verification', 'audit_retention'] loop
        execute format('alter table %I enable row level security', sealed);
        execute format('alter table %I force row level security', sealed);
        execute format('create policy read_by_staff on %I for select to "${application}_system", "${application}_vendor" using (true)', sealed);
        execute format('create policy written_by_the_owner on %I to %I using (true)', sealed, current_user);
    end loop;
end $$;
