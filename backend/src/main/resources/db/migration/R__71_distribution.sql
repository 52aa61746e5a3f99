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
