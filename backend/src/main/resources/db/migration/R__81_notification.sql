-- Writes a live change for each event, note and notification.
create or replace function record_live_change() returns trigger language plpgsql as $$
declare
    line jsonb := to_jsonb(new);
begin
    insert into live_change (kind, opportunity_id, partner_id, collaboration_id, staff_only, user_id)
    values (case tg_table_name when 'note' then 'NOTE' when 'notification' then 'NOTIFICATION' else line ->> 'kind' end, new.opportunity_id,
            (line ->> 'partner_id')::uuid, (line ->> 'collaboration_id')::uuid, coalesce(line ->> 'visibility' = 'STAFF' or (line ->> 'staff_only')::boolean, false), (line ->> 'user_id')::uuid);
    return null;
end $$;

-- Those of these users who are notified, because they can sign in, and how they receive such a notification.
create or replace function reachable_users(people uuid[], its_kind text) returns table (id uuid, in_app boolean, by_mail boolean)
    language sql stable
    begin atomic
        select u.id, not (its_kind = any (u.muted_in_app)), u.email is not null and not (its_kind = any (u.muted_mail))
          from app_user u left join user_partner p on p.id = u.partner_id
         where u.id = any (people) and u.status = 'ACTIVE' and u.kind = 'PERSON' and (u.partner_id is null or p.active);
    end;

-- The vendor's users who are notified instead of one who is expected to be: this user if they can sign in, otherwise the partner's channel
-- manager, otherwise the administrators.
create or replace function responsible_users(person uuid, manager uuid) returns uuid[] language sql stable
    return (with staff (id, role) as (
                select u.id, u.role from app_user u where u.partner_id is null and u.status = 'ACTIVE' and u.kind = 'PERSON')
            select case when exists (select from staff s where s.id = person) then array[person]
                        when exists (select from staff s where s.id = manager) then array[manager]
                        else array(select s.id from staff s where s.role = 'ADMIN') end);

-- The users of an audience, which Audience.java describes, of an event that happened to an opportunity, with a partner and a person. It runs
-- as the owner, because a partner does not see the users of the vendor. It checks the caller itself: a partner notifies others of what it
-- works on or has locked.
create or replace function notified_users(audience text, its_kind text, its_opportunity uuid, its_partner uuid, its_person uuid)
    returns table (id uuid, in_app boolean, by_mail boolean) language plpgsql stable security definer set search_path from current as $$
declare
    people uuid[];
begin
    if caller_side() not in ('SYSTEM', 'VENDOR')
       and not exists (select from opportunity o
                        where o.id = its_opportunity
                          and (o.id = held_opportunity() or o.partner_id = caller_partner()
                               or exists (select from collaborator c where c.opportunity_id = o.id and c.partner_id = caller_partner()))) then
        return;
    end if;
    case audience
        when 'OFFERED_PARTNER' then
            people := array(select u.id from app_user u where u.partner_id = its_partner and u.role in ('PARTNER_ADMIN', 'PARTNER_MANAGER'));
        when 'RESPONSIBLE_STAFF' then
            people := (select responsible_users(coalesce(o.owner_id, o.created_by), p.channel_manager_id)
                         from opportunity o left join partner p on p.id = coalesce(its_partner, o.partner_id)
                        where o.id = its_opportunity)
                      || array(select u.id from (select d.delivered_by from distribution d where d.opportunity_id = its_opportunity
                                                  order by d.delivered_at desc limit 1) d
                                 join app_user u on u.id = d.delivered_by
                                where u.partner_id is null);
        when 'WORKING_USERS' then
            people := array(
                select u.id from opportunity o cross join app_user u
                 where o.id = its_opportunity
                   and (u.id = o.partner_user_id
                        or u.id in (select c.partner_user_id from collaborator c where c.opportunity_id = o.id)
                        or (o.partner_user_id is null and u.role in ('PARTNER_ADMIN', 'PARTNER_MANAGER')
                            and (u.partner_id = o.partner_id
                                 or u.partner_id in (select c.partner_id from collaborator c
                                                      where c.opportunity_id = o.id and c.partner_user_id is null)))));
        when 'ASSIGNEE' then
            people := array[its_person];
        when 'CREATOR' then
            people := array(select o.created_by from opportunity o where o.id = its_opportunity);
        when 'CHANNEL_MANAGER' then
            people := (select responsible_users(p.channel_manager_id, null)
                         from opportunity o join partner p on p.id = o.partner_id
                        where o.id = its_opportunity and p.channel_manager_id is not null);
        when 'CHANNEL_MANAGERS' then
            people := array(
                select u.id from opportunity o join partner p on p.id = o.partner_id cross join app_user u
                 where o.id = its_opportunity
                   and (u.id = any (responsible_users(p.channel_manager_id, null))
                        or (p.channel_manager_id is null and u.role = 'CHANNEL_MANAGER' and u.partner_id is null))
                   and (p.channel_manager_id is not null or u.role = 'CHANNEL_MANAGER'));
        when 'STEP_APPROVERS' then
            people := array(
                select u.id from deal_registration r
                  join next_approval_step n on n.registration_id = r.id
                  join partner p on p.id = r.partner_id
                 cross join lateral (select n.approver, coalesce(n.user_id, case when n.approver <> 'ADMIN' then p.channel_manager_id end) as user_id) s
                  left join app_user named on named.id = s.user_id
                 cross join app_user u
                 where r.opportunity_id = its_opportunity and u.partner_id is null
                   and (u.id = s.user_id
                        or u.role = case when s.approver = 'ADMIN' or named.status <> 'ACTIVE' or named.role not in ('ADMIN', 'CHANNEL_MANAGER') then 'ADMIN'
                                         when s.user_id is null then 'CHANNEL_MANAGER' end));
        when 'PROGRAMME_STAFF' then
            people := array(select u.id from app_user u where u.role in ('ADMIN', 'CHANNEL_MANAGER') and u.partner_id is null);
    end case;
    return query select r.id, r.in_app, r.by_mail from reachable_users(people, its_kind) r;
end $$;
