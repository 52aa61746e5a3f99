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
