-- Several partners on one opportunity, and a pool from which the first one takes it.
-- A collaboration is one time of working together: who joins it reads what was written in it, and nothing of another one.
alter table opportunity add column collaboration_id uuid constraint opportunity_collaboration_key unique;
alter table distribution add column collaboration_id uuid, add column asked boolean not null default true;
alter table note add column collaboration_id uuid;
alter table opportunity_event add column collaboration_id uuid;

create table collaborator (
    id                uuid primary key,
    opportunity_id    uuid not null constraint collaborator_opportunity_fkey references opportunity,
    collaboration_id  uuid not null constraint collaborator_collaboration_fkey references opportunity (collaboration_id)
                          deferrable initially deferred,
    partner_id        uuid not null constraint collaborator_partner_fkey references partner,
    partner_user_id   uuid constraint collaborator_partner_user_fkey references app_user,
    distribution_id   uuid not null constraint collaborator_distribution_fkey references distribution deferrable initially deferred,
    lead              boolean not null,
    answer_by         timestamptz,
    joined_at         timestamptz,
    version           bigint not null,
    constraint collaborator_partner_key unique (opportunity_id, partner_id),
    constraint collaborator_asked_check check ((joined_at is null) = (answer_by is not null)),
    constraint collaborator_lead_check check (not lead or joined_at is not null),
    constraint collaborator_assigned_check check (partner_user_id is null or joined_at is not null)
);
create unique index collaborator_lead_key on collaborator (opportunity_id) where lead;
create index collaborator_partner_idx on collaborator (partner_id);
create trigger audited after insert or update or delete on collaborator for each row execute function record_change('id');

alter table opportunity drop constraint opportunity_partner_worked_check, drop constraint opportunity_offer_check,
    add constraint opportunity_partner_worked_check check
        (status not in ('DELIVERED', 'ACCEPTED', 'ON_HOLD', 'PENDING_APPROVAL') or partner_id is not null or collaboration_id is not null),
    add constraint opportunity_offer_check check ((status = 'DELIVERED' and collaboration_id is null) = (distribution_id is not null)),
    add constraint opportunity_shared_check check
        (collaboration_id is null or (status in ('DELIVERED', 'ACCEPTED', 'ON_HOLD', 'WON', 'LOST', 'CANCELED') and partner_user_id is null));

-- One offer, or one partner at work, at a time; in a collaboration one of each partner.
drop index distribution_open_key;
create unique index distribution_open_key on distribution (opportunity_id) where status in ('DELIVERED', 'ACCEPTED') and collaboration_id is null;
create unique index distribution_open_partner_key on distribution (opportunity_id, partner_id) where status in ('DELIVERED', 'ACCEPTED');

alter table note drop constraint note_visibility_check,
    add constraint note_visibility_check check (visibility in ('EVERYONE', 'PARTNER', 'STAFF')),
    add constraint note_partner_check check (visibility <> 'PARTNER' or partner_id is not null);

-- Who sees what. A partner sees its own place in a collaboration; of the others, when it asks by one of the functions below,
-- those who work with it.
alter table collaborator enable row level security;
alter table collaborator force row level security;
create policy the_system on collaborator using ((select caller_side()) = 'SYSTEM');
create policy the_vendor on collaborator using ((select caller_side()) = 'VENDOR');
create policy its_own_place on collaborator
    using (partner_id = (select caller_partner())
           and (not (select caller_is_seller()) or (partner_user_id = (select caller_person()) and joined_at is not null)
                or opportunity_id = (select held_opportunity())));
create policy colleagues_are_asked_for on collaborator for select
    using ((select current_setting('sild.colleagues', true)) = 'yes' and (select caller_partner()) is not null);
create policy colleagues_are_asked_for on partner for select
    using ((select current_setting('sild.colleagues', true)) = 'yes' and (select caller_partner()) is not null);
create policy colleagues_are_asked_for on app_user for select
    using ((select current_setting('sild.colleagues', true)) = 'yes' and (select caller_partner()) is not null);

create function is_of_collaboration(which uuid) returns boolean language plpgsql stable as $$
declare
    before text := asking('sild.colleagues', 'yes');
    found boolean;
begin
    found := caller_side() in ('VENDOR', 'SYSTEM')
        or exists (select from collaborator c where c.collaboration_id = which and c.partner_id = caller_partner() and c.joined_at is not null);
    perform asking('sild.colleagues', before);
    return found;
end $$;

-- Those who work on it together, the lead first; for the vendor also those who are asked.
create function collaborators_of(which uuid)
    returns table (partner_id uuid, partner_name text, lead boolean, person_id uuid, person_name text, distribution_id uuid,
                   answer_by timestamptz, joined_at timestamptz)
    language plpgsql stable as $$
declare
    before text := asking('sild.colleagues', 'yes');
begin
    if is_of_collaboration(which) then
        return query
            select c.partner_id, p.name, c.lead, c.partner_user_id, u.name, c.distribution_id, c.answer_by, c.joined_at
              from collaborator c join partner p on p.id = c.partner_id left join app_user u on u.id = c.partner_user_id
             where c.collaboration_id = which and (c.joined_at is not null or caller_side() = 'VENDOR')
             order by c.lead desc, c.joined_at nulls last, p.name;
    end if;
    perform asking('sild.colleagues', before);
end $$;

create function collaborator_names(which uuid) returns text language sql stable strict
    return (select string_agg(partner_name, E'\n') from collaborators_of(which) where joined_at is not null);

-- Who wrote or did something, for those who work together: name and company.
create function colleague(person uuid) returns table (name text, partner_id uuid, partner_name text)
    language plpgsql stable strict as $$
declare
    before text := asking('sild.colleagues', 'yes');
begin
    return query
        select u.name, p.id, p.name
          from app_user u join partner p on p.id = u.partner_id
         where u.id = person
           and exists (select from collaborator mine join collaborator theirs on theirs.collaboration_id = mine.collaboration_id
                        where mine.partner_id = caller_partner() and mine.joined_at is not null
                          and theirs.partner_id = u.partner_id and theirs.joined_at is not null);
    perform asking('sild.colleagues', before);
end $$;

-- Whether the pool shows an opportunity to a partner: it works in the territory, has the competencies, and has not declined it.
create function pool_is_open_to(pooled uuid, company uuid) returns boolean language plpgsql stable strict as $$
begin
    return exists (
        select from opportunity o join partner p on p.id = company and p.status = 'ACTIVE'
         where o.id = pooled and o.status = 'POOL'
           and (o.territory_id is null or o.territory_id in (select t.territory_id from partner_territory t where t.partner_id = company))
           and not exists (select from opportunity_competency n where n.opportunity_id = o.id
                              and n.competency_id not in (select h.competency_id from partner_competency h where h.partner_id = company))
           and not exists (select from distribution d where d.opportunity_id = o.id and d.partner_id = company and d.status = 'DECLINED'));
end $$;
create function pool_of_mine() returns setof uuid language plpgsql stable as $$
declare
    before text := asking('sild.side', 'SYSTEM');
    company uuid := nullif(current_setting('sild.partner', true), '')::uuid;
begin
    if company is not null and coalesce(current_setting('sild.seller', true), '') <> 'yes' then
        return query select o.id from opportunity o where o.status = 'POOL' and pool_is_open_to(o.id, company);
    end if;
    perform asking('sild.side', before);
end $$;

drop policy worked_by_the_partner on opportunity;
create policy worked_by_the_partner on opportunity
    using (id = (select held_opportunity())
           or (partner_id = (select caller_partner()) and collaboration_id is null
               and (not (select caller_is_seller()) or (partner_user_id = (select caller_person()) and status <> 'DELIVERED')))
           or (collaboration_id is not null
               and id in (select c.opportunity_id from collaborator c where c.partner_id = (select caller_partner()))));
create policy lies_in_the_pool on opportunity
    using (status = 'POOL' and (select caller_partner()) is not null and id in (select pool_of_mine()));

drop policy made_to_the_partner on distribution;
create policy made_to_the_partner on distribution
    using (partner_id = (select caller_partner())
           and (not (select caller_is_seller()) or exists (select from opportunity o where o.id = opportunity_id)));

drop policy written_for_the_partner on note;
create policy written_for_the_partner on note
    using (visibility <> 'STAFF' and (select caller_partner()) is not null
           and case when collaboration_id is null then partner_id is null or partner_id = (select caller_partner())
                    else collaboration_id in (select c.collaboration_id from collaborator c
                                               where c.partner_id = (select caller_partner()) and c.joined_at is not null) end
           and exists (select from opportunity o where o.id = opportunity_id));
drop policy happened_to_the_partner on opportunity_event;
create policy happened_to_the_partner on opportunity_event
    using ((select caller_partner()) is not null
           and case when collaboration_id is null then partner_id is null or partner_id = (select caller_partner())
                    else collaboration_id in (select c.collaboration_id from collaborator c
                                               where c.partner_id = (select caller_partner()) and c.joined_at is not null)
                         or opportunity_id = (select held_opportunity()) end
           and exists (select from opportunity o where o.id = opportunity_id));

drop policy an_offer_is_read on customer;
create policy an_offer_is_read on customer for select
    using ((select current_setting('sild.offers', true)) = 'yes'
           and exists (select from opportunity o
                        where o.customer_id = customer.id
                          and (o.partner_id = (select caller_partner())
                               or o.id in (select c.opportunity_id from collaborator c where c.partner_id = (select caller_partner()))
                               or (o.status = 'POOL' and (select caller_partner()) is not null and o.id in (select pool_of_mine())))));
