-- The second wall, under the finders of the application: whatever a query asks, rows of another partner are not there.
-- The application connects as a role that owns nothing and says with each connection for whom it acts:
--   sild.side     SYSTEM (clocks, the look-up of callers), ANONYMOUS (signing in and the like), VENDOR, PARTNER; else nobody
--   sild.partner, sild.person, sild.seller   the caller's company, the caller, and whether they see only what is assigned to them
--   sild.held     the opportunity that this transaction has locked to change: it stays seen until the end, even given away

create function caller_side() returns text language sql stable parallel safe
    return coalesce(current_setting('sild.side', true), '');
create function caller_partner() returns uuid language sql stable parallel safe
    return case when current_setting('sild.side', true) = 'PARTNER' then nullif(current_setting('sild.partner', true), '')::uuid end;
create function caller_person() returns uuid language sql stable parallel safe
    return nullif(current_setting('sild.person', true), '')::uuid;
create function caller_is_seller() returns boolean language sql stable parallel safe
    return coalesce(current_setting('sild.seller', true), '') = 'yes';
create function held_opportunity() returns uuid language sql stable parallel safe
    return nullif(current_setting('sild.held', true), '')::uuid;

do $$
declare
    protected text;
begin
    foreach protected in array array['partner', 'partner_territory', 'partner_competency', 'app_user', 'session', 'refresh_token',
            'invitation', 'api_client', 'idempotency_key', 'customer', 'customer_contact', 'customer_partner', 'opportunity',
            'opportunity_contact', 'opportunity_product_line', 'opportunity_competency', 'opportunity_external_reference',
            'distribution', 'note', 'note_revision', 'opportunity_event'] loop
        execute format('alter table %I enable row level security', protected);
        execute format('alter table %I force row level security', protected);
        execute format('create policy the_system on %I using ((select caller_side()) = ''SYSTEM'')', protected);
    end loop;
    foreach protected in array array['partner', 'partner_territory', 'partner_competency', 'app_user', 'invitation', 'api_client',
            'customer', 'customer_contact', 'customer_partner', 'opportunity', 'opportunity_contact', 'opportunity_product_line',
            'opportunity_competency', 'opportunity_external_reference', 'distribution', 'note', 'note_revision', 'opportunity_event'] loop
        execute format('create policy the_vendor on %I using ((select caller_side()) = ''VENDOR'')', protected);
    end loop;
    foreach protected in array array['partner', 'app_user', 'session', 'refresh_token', 'invitation', 'api_client'] loop
        execute format('create policy anonymous_access on %I using ((select caller_side()) = ''ANONYMOUS'')', protected);
    end loop;
end $$;

create policy its_own_company on partner using (id = (select caller_partner()));
create policy its_own_company on partner_territory using (partner_id = (select caller_partner()));
create policy its_own_company on partner_competency using (partner_id = (select caller_partner()));
create policy its_own_people on app_user using (partner_id = (select caller_partner()));
create policy its_own_people on invitation using (exists (select from app_user u where u.id = user_id));
create policy its_own on session using (user_id = (select caller_person()));
create policy its_own on refresh_token using (exists (select from session s where s.id = session_id));
create policy its_own on idempotency_key using (caller_id = (select caller_person()));

create policy its_own_acquaintances on customer_partner using (partner_id = (select caller_partner()));
create policy known_to_the_partner on customer
    using (exists (select from customer_partner a where a.customer_id = id and a.partner_id = (select caller_partner())));
-- A partner brings customers: it knows one from the moment on in which it has brought it.
create policy brought_by_the_partner on customer for insert with check ((select caller_partner()) is not null);
create policy known_to_the_partner on customer_contact
    using (exists (select from customer_partner a where a.customer_id = customer_contact.customer_id and a.partner_id = (select caller_partner())));

create policy worked_by_the_partner on opportunity
    using (id = (select held_opportunity())
           or (partner_id = (select caller_partner())
               and (not (select caller_is_seller()) or (partner_user_id = (select caller_person()) and status <> 'DELIVERED'))));
create policy of_a_seen_opportunity on opportunity_contact using (exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_seen_opportunity on opportunity_product_line using (exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_seen_opportunity on opportunity_competency using (exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_seen_opportunity on opportunity_external_reference using (exists (select from opportunity o where o.id = opportunity_id));
-- A seller sees no offers, but the work that came of one and is theirs.
create policy made_to_the_partner on distribution
    using (partner_id = (select caller_partner())
           and (not (select caller_is_seller()) or exists (select from opportunity o where o.id = opportunity_id)));
create policy written_for_the_partner on note
    using (visibility = 'EVERYONE' and (partner_id is null or partner_id = (select caller_partner()))
           and (select caller_partner()) is not null and exists (select from opportunity o where o.id = opportunity_id));
create policy of_a_seen_note on note_revision using (exists (select from note n where n.id = note_id));
create policy happened_to_the_partner on opportunity_event
    using ((partner_id is null or partner_id = (select caller_partner()))
           and (select caller_partner()) is not null and exists (select from opportunity o where o.id = opportunity_id));

-- What everybody may know of somebody they have to do with: the name. A partner's person is named to that partner and to the vendor only.
-- A function says for its own duration what it asks for; an ordinary owner may not let PostgreSQL itself do so. Answers what was said before.
create function asking(setting text, value text) returns text language plpgsql as $$
declare
    before text := coalesce(current_setting(setting, true), '');
begin
    perform set_config(setting, value, true);
    return before;
end $$;
create policy a_name_is_asked_for on app_user for select using (partner_id is null and (select current_setting('sild.names', true)) = 'yes');
create function display_name(person uuid) returns text language plpgsql stable strict as $$
declare
    before text := asking('sild.names', 'yes');
    found text;
begin
    found := (select name from app_user where id = person);
    perform asking('sild.names', before);
    return found;
end $$;

-- The customer of an offered opportunity, before the partner knows it: its name.
create policy an_offer_is_read on customer for select
    using ((select current_setting('sild.offers', true)) = 'yes' and exists (select from opportunity o where o.customer_id = customer.id and o.partner_id = (select caller_partner())));
create function offered_customer_name(customer_of_offer uuid) returns text language plpgsql stable strict as $$
declare
    before text := asking('sild.offers', 'yes');
    found text;
begin
    found := (select name from customer where id = customer_of_offer);
    perform asking('sild.offers', before);
    return found;
end $$;

-- What a partner was once offered keeps its topic in the list of offers, when the opportunity itself is another's.
create policy an_offer_is_read on opportunity for select using ((select current_setting('sild.offers', true)) = 'yes');
create function offered_topic(offered uuid) returns text language plpgsql stable strict as $$
declare
    before text := asking('sild.offers', 'yes');
    found text;
begin
    found := (select topic from opportunity o
               where o.id = offered
                 and exists (select from distribution d where d.opportunity_id = o.id and d.partner_id = caller_partner()));
    perform asking('sild.offers', before);
    return found;
end $$;
