-- The first active distribution rule whose conditions an opportunity meets: its territory or one that contains it, one of its product
-- lines, its source, and its value in the base currency. A condition that is not set is met.
create or replace function rule_for(which uuid, today date) returns uuid language sql stable
    return (select r.id
              from distribution_rule r
             cross join (select x.id, x.source, x.territory_id, to_base(x.estimated_value, x.currency, today) as value from opportunity x where x.id = which) o
             where r.active
               and (r.value_from is null or o.value >= r.value_from)
               and (r.value_to is null or o.value <= r.value_to)
               and (r.source is null or o.source = r.source)
               and (not exists (select from distribution_rule_territory t where t.rule_id = r.id)
                    or exists (select from distribution_rule_territory t join territories_around(o.territory_id) a on a.id = t.territory_id where t.rule_id = r.id))
               and (not exists (select from distribution_rule_product_line l where l.rule_id = r.id)
                    or exists (select from distribution_rule_product_line l join opportunity_product_line p on p.product_line_id = l.product_line_id
                                where l.rule_id = r.id and p.opportunity_id = o.id))
             order by r.position limit 1);

-- The partners with exclusivity for the customer of an opportunity, by another opportunity, for one of its product lines.
create or replace function exclusive_partners(for_opportunity uuid) returns table (partner_id uuid) language sql stable
    begin atomic
        select distinct r.partner_id
          from deal_registration r join opportunity o on o.customer_id = r.customer_id
         where o.id = for_opportunity and r.status = 'APPROVED' and r.opportunity_id <> o.id
           and (not exists (select from opportunity_product_line n where n.opportunity_id = o.id)
                or exists (select from opportunity_product_line n join deal_registration_product_line x on x.product_line_id = n.product_line_id
                            where n.opportunity_id = o.id and x.registration_id = r.id));
    end;

drop function if exists compute_partner_statistics();
-- Computes the statistics of the next partners after an ID, and returns the last of them; null if there are no more.
-- Matching scores the result. One slice is one short transaction.
create or replace function compute_partner_statistics(after uuid, most int) returns uuid language plpgsql as $$
declare
    slice uuid[];
begin
    slice := array(select p.id from partner p where after is null or p.id > after order by p.id limit most);
    insert into partner_statistics (partner_id, won, lost, answers, answer_share, last_delivered_at, counted_at)
    select s.id, o.won, o.lost, d.answers, coalesce(d.share, 0), d.last, now()
      from unnest(slice) s (id)
     cross join lateral (select count(*) filter (where w.status = 'WON') as won, count(*) filter (where w.status = 'LOST') as lost
                           from opportunity w
                          where w.partner_id = s.id and w.status in ('WON', 'LOST') and w.closed_on > current_date - 730) o
     cross join lateral (select max(x.delivered_at) as last,
                                count(*) filter (where x.counts) as answers,
                                sum(least(1, extract(epoch from coalesce(x.answered_at, x.answer_by) - x.delivered_at)
                                             / extract(epoch from x.answer_by - x.delivered_at))) filter (where x.counts) as share
                           from (select y.*, y.asked and (y.answered_at is not null or y.status = 'EXPIRED') and y.delivered_at > now() - interval '730 days' as counts
                                   from distribution y
                                  where y.partner_id = s.id) x) d
    on conflict (partner_id) do update set won = excluded.won, lost = excluded.lost, answers = excluded.answers,
        answer_share = excluded.answer_share, last_delivered_at = excluded.last_delivered_at, counted_at = excluded.counted_at
     where (partner_statistics.won, partner_statistics.lost, partner_statistics.answers, partner_statistics.answer_share, partner_statistics.last_delivered_at)
           is distinct from (excluded.won, excluded.lost, excluded.answers, excluded.answer_share, excluded.last_delivered_at);
    return slice[cardinality(slice)];
end $$;

-- Changes whenever the data of partners that matching caches has changed.
create or replace function partners_version() returns text language sql stable
    return (select concat_ws(' ', (select count(*) || ' ' || coalesce(sum(version), 0) from partner),
                             (select count(*) || ' ' || coalesce(sum(version), 0) from tier),
                             (select count(*) || ' ' || coalesce(max(counted_at)::text, '') from partner_statistics)));
