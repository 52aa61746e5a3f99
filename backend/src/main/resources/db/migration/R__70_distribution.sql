-- The first active distribution rule whose conditions an opportunity meets: its territory or one that contains it, one of its product
-- lines, its source, and its value in the base currency. A condition that is not set is met.
create or replace function rule_for(which uuid, today date) returns uuid language sql stable
    return (select r.id
              from distribution_rule r
             cross join (select x.id, x.source, x.territory_id, value_for_rules(x.estimated_value, x.currency, today) as value from opportunity x where x.id = which) o
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

drop function if exists compute_partner_statistics(), compute_partner_statistics(uuid, int);
-- Computes the statistics of up to so many partners: those whose opportunities have changed, and each one every day because old results
-- leave the period. Returns how many. Matching scores the results, and the vendor's dashboard shows those of a year.
create or replace function compute_partner_statistics(at_most int) returns int language plpgsql as $$
declare
    slice uuid[];
begin
    slice := array(select p.id from partner p left join partner_statistics s on s.partner_id = p.id left join partner_total t on t.partner_id = p.id
                    where s.partner_id is null or s.computed_at < t.changed_at or s.computed_at < now() - interval '1 day'
                    order by p.id limit at_most);
    insert into partner_statistics as known (partner_id, won, lost, answers, answer_share, last_delivered_at, year_won, year_lost, year_value,
                                             year_accepted, year_ended, year_answers, year_hours, counted_at, computed_at)
    select s.id, o.won, o.lost, d.answers, coalesce(d.share, 0), d.last, o.year_won, o.year_lost, o.year_value, d.accepted, d.ended, d.year_answers,
           coalesce(d.hours, 0), now(), now()
      from unnest(slice) s (id)
     cross join lateral (
           select coalesce(sum(c.count) filter (where c.status = 'WON'), 0) as won, coalesce(sum(c.count) filter (where c.status = 'LOST'), 0) as lost,
                  coalesce(sum(c.count) filter (where c.status = 'WON' and c.closed_on > (select vendor_today()) - 365), 0) as year_won,
                  coalesce(sum(c.count) filter (where c.status = 'LOST' and c.closed_on > (select vendor_today()) - 365), 0) as year_lost,
                  coalesce(sum(c.actual) filter (where c.status = 'WON' and c.closed_on > (select vendor_today()) - 365), 0) as year_value
             from counted_opportunity c
            where c.viewer_id = s.id and not c.shared and c.status in ('WON', 'LOST') and c.closed_on > (select vendor_today()) - 730) o
     cross join lateral (
           select (select max(y.delivered_at) from distribution y where y.partner_id = s.id) as last,
                  count(*) filter (where x.ended) as answers, sum(x.share) filter (where x.ended) as share,
                  count(*) filter (where x.this_year and x.answered_at is not null and x.status <> 'DECLINED') as accepted,
                  count(*) filter (where x.this_year and x.ended) as ended,
                  count(x.answered_at) filter (where x.this_year) as year_answers,
                  sum(extract(epoch from x.answered_at - x.delivered_at) / 3600) filter (where x.this_year) as hours
             from (select y.status, y.answered_at, y.delivered_at, y.delivered_at > now() - interval '365 days' as this_year,
                          y.answered_at is not null or y.status = 'EXPIRED' as ended,
                          least(1, extract(epoch from coalesce(y.answered_at, y.answer_by) - y.delivered_at)
                                   / extract(epoch from y.answer_by - y.delivered_at)) as share
                     from distribution y
                    where y.partner_id = s.id and y.asked and y.delivered_at > now() - interval '730 days') x) d
    on conflict (partner_id) do update
       set won = excluded.won, lost = excluded.lost, answers = excluded.answers, answer_share = excluded.answer_share,
           last_delivered_at = excluded.last_delivered_at, year_won = excluded.year_won, year_lost = excluded.year_lost,
           year_value = excluded.year_value, year_accepted = excluded.year_accepted, year_ended = excluded.year_ended,
           year_answers = excluded.year_answers, year_hours = excluded.year_hours, computed_at = excluded.computed_at,
           -- Matching reads the statistics again when this changes.
           counted_at = case when (known.won, known.lost, known.answers, known.answer_share, known.last_delivered_at)
                                  is distinct from (excluded.won, excluded.lost, excluded.answers, excluded.answer_share, excluded.last_delivered_at)
                             then excluded.counted_at else known.counted_at end;
    return cardinality(slice);
end $$;

-- Changes whenever the data of partners that matching caches has changed.
create or replace function partners_version() returns text language sql stable
    return (select concat_ws(' ', (select count(*) || ' ' || coalesce(sum(version), 0) from partner),
                             (select count(*) || ' ' || coalesce(sum(version), 0) from tier),
                             (select count(*) || ' ' || coalesce(sum(version), 0) from calendar),
                             (select count(*) || ' ' || coalesce(max(counted_at)::text, '') from partner_statistics)));

-- Moves the conditions of distribution rules from one entry of a vocabulary to another.
create or replace function move_entries_of_distribution_rules(vocabulary text, kept uuid, gone uuid) returns void language plpgsql as $$
begin
    case vocabulary
        when 'TERRITORY' then
            update distribution_rule_territory x set territory_id = kept
             where territory_id = gone and not exists (select from distribution_rule_territory y where y.rule_id = x.rule_id and y.territory_id = kept);
            delete from distribution_rule_territory where territory_id = gone;
        when 'PRODUCT_LINE' then
            update distribution_rule_product_line x set product_line_id = kept
             where product_line_id = gone
               and not exists (select from distribution_rule_product_line y where y.rule_id = x.rule_id and y.product_line_id = kept);
            delete from distribution_rule_product_line where product_line_id = gone;
        else
            null;
    end case;
end $$;
