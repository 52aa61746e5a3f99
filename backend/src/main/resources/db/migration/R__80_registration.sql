drop function if exists is_turn_of(uuid, uuid, boolean);
drop view if exists next_approval_step;

-- The next step of each registration that awaits a decision, on itself or on a change of its scope, and has steps left.
create view next_approval_step (registration_id, position, approver, user_id) with (security_invoker) as
    select s.registration_id, s.position, s.approver, s.user_id
      from deal_registration_step s join deal_registration r on r.id = s.registration_id
     where r.awaits_decision and s.decided_by is null
       and not exists (select from deal_registration_step e
                        where e.registration_id = s.registration_id and e.decided_by is null and e.position < s.position);

-- Whether it is the turn of an approver: the next step of a registration that somebody else has submitted or changed is for them, and they have
-- not taken another step of it. Administrators may take every step. Approval.isTurnOf has the same rule; ApprovalTurnTest compares them.
create function is_turn_of(registration uuid, person uuid, is_admin boolean) returns boolean language sql stable
    return exists (select from next_approval_step n join deal_registration r on r.id = n.registration_id
                    where n.registration_id = registration and r.submitted_by <> person and r.change_requested_by is distinct from person
                      and (is_admin or n.user_id = person or (n.user_id is null and n.approver <> 'ADMIN')))
           and not exists (select from deal_registration_step s where s.registration_id = registration and s.decided_by = person);

-- The first approval rule whose conditions are met: the partner's tier, the value in the base currency (value_for_rules), the product lines, and the territory
-- or one that contains it; without a territory, the partner's.
create or replace function approval_rule_for(its_partner uuid, its_value numeric, its_currency text, its_territory uuid, its_lines uuid[], today date) returns uuid
    language sql stable
    return (select r.id
              from approval_rule r
             cross join (select value_for_rules(its_value, its_currency, today) as amount) v
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

-- Copies customer and exclusivity of a registration to its product lines, where the exclusion constraint is.
create or replace function keep_exclusivity() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'deal_registration' then
        update deal_registration_product_line
           set customer_id = new.customer_id, exclusive = case when new.exclusive_from is not null then tstzrange(new.exclusive_from, new.exclusive_until) end
         where registration_id = new.id;
        return null;
    end if;
    select r.customer_id, case when r.exclusive_from is not null then tstzrange(r.exclusive_from, r.exclusive_until) end
      into new.customer_id, new.exclusive from deal_registration r where r.id = new.registration_id;
    return new;
end $$;
-- Exclusivity that had ended before a merge of customers may overlap; renewed exclusivity may not.
create or replace function reset_before_merge() returns trigger language plpgsql as $$
begin
    new.before_merge := false;
    return new;
end $$;

-- Takes the locks of the companies for which somebody has exclusivity for one of these product lines.
create or replace function lock_companies_of_lines(lines uuid[], at timestamptz) returns void language plpgsql as $$
begin
    perform lock_records_of_companies(array(
        select distinct r.customer_id from deal_registration_product_line x join deal_registration r on r.id = x.registration_id
         where x.product_line_id = any (lines) and r.status = 'APPROVED' and r.exclusive_until > at));
end $$;

-- Two registrations of different partners with running exclusivity for one company, one for each of two product lines; no row if there are none.
create or replace function both_exclusive_for_lines(kept uuid, gone uuid, at timestamptz) returns table (one text, other text) language plpgsql stable as $$
begin
    return query
        with held as materialized (
            select r.id, r.number, r.partner_id, r.customer_id, x.product_line_id
              from deal_registration_product_line x join deal_registration r on r.id = x.registration_id
             where x.product_line_id in (kept, gone) and r.status = 'APPROVED' and r.exclusive_until > at),
        company as (
            select k.of_customer as customer_id, min(k.customer_id::text) as root
              from company_records(array(select distinct h.customer_id from held h)) k
             group by k.of_customer)
        select a.number, b.number
          from held a join company c on c.customer_id = a.customer_id
          join company d on d.root = c.root
          join held b on b.customer_id = d.customer_id and b.partner_id <> a.partner_id
         where a.product_line_id = kept and b.product_line_id = gone
         order by 1, 2
         limit 1;
end $$;

-- Moves these registrations from one product line to another. Exclusive times that have ended may overlap then, as after a merge of customers.
create or replace function move_registrations_of_line(kept uuid, gone uuid, at timestamptz, registrations uuid[]) returns void language plpgsql as $$
begin
    delete from deal_registration_product_line x
     where x.registration_id = any (registrations) and x.product_line_id = gone
       and exists (select from deal_registration_product_line y where y.registration_id = x.registration_id and y.product_line_id = kept);
    update deal_registration_product_line x set before_merge = true
     where x.product_line_id = kept and not x.before_merge and upper(x.exclusive) <= at
       and x.customer_id in (select y.customer_id from deal_registration_product_line y where y.registration_id = any (registrations));
    update deal_registration_product_line x set product_line_id = kept, before_merge = x.before_merge or coalesce(upper(x.exclusive) <= at, false)
     where x.registration_id = any (registrations) and x.product_line_id = gone;
end $$;

-- Moves the conditions of approval rules, and registrations that have not ended, from one entry of a vocabulary to another. The exclusion
-- constraint fails if two partners would be exclusive at the same time.
create or replace function move_entries_of_open_registrations(vocabulary text, kept uuid, gone uuid, at timestamptz) returns void language plpgsql as $$
begin
    case vocabulary
        when 'TIER' then
            update approval_rule_tier x set tier_id = kept
             where tier_id = gone and not exists (select from approval_rule_tier y where y.rule_id = x.rule_id and y.tier_id = kept);
            delete from approval_rule_tier where tier_id = gone;
        when 'TERRITORY' then
            update approval_rule_territory x set territory_id = kept
             where territory_id = gone and not exists (select from approval_rule_territory y where y.rule_id = x.rule_id and y.territory_id = kept);
            delete from approval_rule_territory where territory_id = gone;
            update deal_registration set scope_territory_id = kept
             where scope_territory_id = gone and status in ('SUBMITTED', 'RETURNED', 'APPROVED');
            update deal_registration set change_territory_id = kept
             where change_territory_id = gone and status in ('SUBMITTED', 'RETURNED', 'APPROVED');
        when 'PRODUCT_LINE' then
            update approval_rule_product_line x set product_line_id = kept
             where product_line_id = gone and not exists (select from approval_rule_product_line y where y.rule_id = x.rule_id and y.product_line_id = kept);
            delete from approval_rule_product_line where product_line_id = gone;
            perform move_registrations_of_line(kept, gone, at,
                array(select x.registration_id from deal_registration_product_line x join deal_registration r on r.id = x.registration_id
                       where x.product_line_id = gone and r.status in ('SUBMITTED', 'RETURNED', 'APPROVED')));
            update deal_registration_change_line x set product_line_id = kept
             where product_line_id = gone
               and not exists (select from deal_registration_change_line y where y.registration_id = x.registration_id and y.product_line_id = kept);
            delete from deal_registration_change_line where product_line_id = gone;
        else
            null;
    end case;
end $$;

-- Examines the next registrations after one of them, at most so many, and moves their references from one entry of a vocabulary to another. Returns the
-- last one, how many there were, and how many referred to the entry that goes.
create or replace function move_entries_of_registrations(vocabulary text, kept uuid, gone uuid, after uuid, most int, at timestamptz, out last uuid, out examined int, out moved int)
    language plpgsql as $$
begin
    select max(x.id::text)::uuid, count(*) into last, examined from (select id from deal_registration where id > after order by id limit most) x;
    if vocabulary = 'TERRITORY' then
        update deal_registration r
           set scope_territory_id = case when r.scope_territory_id = gone then kept else r.scope_territory_id end,
               change_territory_id = case when r.change_territory_id = gone then kept else r.change_territory_id end
         where r.id > after and r.id <= last and gone in (r.scope_territory_id, r.change_territory_id);
        get diagnostics moved = row_count;
    else
        moved := (select count(*) from deal_registration_product_line x
                   where x.registration_id > after and x.registration_id <= last and x.product_line_id = gone);
        perform move_registrations_of_line(kept, gone, at,
            array(select x.registration_id from deal_registration_product_line x
                   where x.registration_id > after and x.registration_id <= last and x.product_line_id = gone));
    end if;
end $$;
