package ee.sild.distribution;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.platform.Ref;

/**
 * Ranks the partners for an opportunity. Rules keep out, weighted scores rank those that are left: the total is
 * Σ(weight × score) / Σ(weight), without unit, from 0 to 1. Equal totals are ordered by the longest time without a delivery,
 * then by name. Staff's rows only: whoever calls for a partner does so as the system.
 */
@ApplicationScoped
class Matching {

    private static final String FACTS = """
            with o as (select o.id, o.territory_id, c.managing_partner_id, to_base(o.estimated_value, o.currency, :today) as value
                         from opportunity o join customer c on c.id = o.customer_id where o.id = :opportunity),
                 around as materialized (select a.id, a.steps from o, territories_around(o.territory_id) a),
                 near as (select t.partner_id, min(a.steps) as steps from around a join partner_territory t on t.territory_id = a.id group by t.partner_id),
                 needs as (select n.competency_id from opportunity_competency n where n.opportunity_id = :opportunity),
                 skills as (select h.partner_id, count(*) as has, count(n.competency_id) as matched
                              from partner_competency h left join needs n on n.competency_id = h.competency_id group by h.partner_id),
                 load as (select w.partner_id, count(*) as open
                            from (select partner_id from opportunity where status in ('ACCEPTED', 'ON_HOLD') and collaboration_id is null
                                  union all
                                  select k.partner_id from collaborator k join opportunity s on s.id = k.opportunity_id
                                   where k.joined_at is not null and s.status in ('ACCEPTED', 'ON_HOLD')) w group by w.partner_id),
                 refused as (select distinct d.partner_id from distribution d
                              where d.opportunity_id = :opportunity and d.status in ('DECLINED', 'EXPIRED', 'RETURNED')),
                 lately as (select d.partner_id, max(d.delivered_at) as last from distribution d where d.delivered_at > :since group by d.partner_id),
                 heights as (select t.id, t.name, case when max(t.rank) over () = min(t.rank) over () then 1.0
                                    else 1.0 * (max(t.rank) over () - t.rank) / (max(t.rank) over () - min(t.rank) over ()) end as height from tier t)
            select p.id, p.name, t.id as tier_id, t.name as tier, cast(t.height as double precision) as height, p.status = 'ACTIVE' as active, p.programme_until,
                   o.territory_id is null as placeless, near.steps, cast((select count(*) from needs) as int) as required,
                   cast(coalesce(skills.matched, 0) as int) as matched, cast(coalesce(skills.has, 0) as int) as has, o.value, p.revenue_from, p.revenue_to,
                   p.capacity, coalesce(load.open, 0) as open, refused.partner_id is not null as refused,
                   p.id = o.managing_partner_id is true as managing, coalesce(s.won, 0) as won, coalesce(s.lost, 0) as lost,
                   coalesce(s.answers, 0) as answers, coalesce(s.answer_share, 0) as answer_share, greatest(s.last_delivered_at, lately.last) as last
              from o cross join partner p
              left join heights t on t.id = p.tier_id left join near on near.partner_id = p.id left join skills on skills.partner_id = p.id
              left join load on load.partner_id = p.id left join refused on refused.partner_id = p.id
              left join partner_standing s on s.partner_id = p.id left join lately on lately.partner_id = p.id
             where p.status <> 'ENDED'
            """;
    /** Deliveries since then are looked up; those before are in the standing, which is counted anew more often than that. */
    private static final Duration LATELY = Duration.ofHours(2);

    private final EntityManager database;
    private final Clock clock;

    Matching(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * All partners as candidates: those that may, the best first, then those that are kept out.
     *
     * @param method in a round robin it is the turn of the one whose last delivery is the longest ago, whatever its total
     */
    MatchesView rank(UUID opportunity, MatchingWeights weights, DistributionMethod method) {
        Instant now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var candidates = candidates(opportunity, now, today);
        var lastDelivery = new HashMap<UUID, Instant>();
        candidates.forEach(one -> lastDelivery.put(one.partner().id(), one.lastDeliveredAt() == null ? Instant.MIN : one.lastDeliveredAt()));
        Comparator<MatchView> byTurn = Comparator.comparing(one -> lastDelivery.get(one.partner().id()));
        var byTotal = Comparator.comparingDouble(MatchView::total).reversed();
        return ranked(candidates.stream().map(one -> one.match(weights, now, today))
                .sorted(Comparator.comparing(MatchView::eligible).reversed()
                        .thenComparing(method == DistributionMethod.ROUND_ROBIN ? byTurn.thenComparing(byTotal) : byTotal.thenComparing(byTurn))
                        .thenComparing(one -> one.partner().name()))
                .toList(), now);
    }

    private static MatchesView ranked(List<MatchView> ordered, Instant now) {
        var ranked = new ArrayList<MatchView>(ordered.size());
        int eligible = 0;
        for (MatchView one : ordered) {
            eligible += one.eligible() ? 1 : 0;
            ranked.add(new MatchView(one.partner(), one.tier(), one.eligible(), one.eligible() ? eligible : null, one.total(), one.open(),
                    one.capacity(), one.verdicts(), one.scores()));
        }
        return new MatchesView(ordered.size(), eligible, now, ranked);
    }

    @SuppressWarnings("unchecked")
    private List<Candidate> candidates(UUID opportunity, Instant now, LocalDate today) {
        var rows = (List<Tuple>) database.createNativeQuery(FACTS, Tuple.class).setParameter("opportunity", opportunity)
                .setParameter("today", today).setParameter("since", now.minus(LATELY)).getResultList();
        return rows.stream().map(Matching::candidate).toList();
    }

    private static Candidate candidate(Tuple row) {
        return new Candidate(new Ref(row.get("id", UUID.class), row.get("name", String.class)),
                Ref.orNull(new Ref(row.get("tier_id", UUID.class), row.get("tier", String.class))), row.get("height", Double.class),
                row.get("active", Boolean.class), date(row), row.get("placeless", Boolean.class), row.get("steps", Integer.class),
                row.get("required", Integer.class), row.get("matched", Integer.class), row.get("has", Integer.class), row.get("value", BigDecimal.class),
                row.get("revenue_from", BigDecimal.class), row.get("revenue_to", BigDecimal.class), row.get("capacity", Integer.class),
                row.get("open", Long.class), row.get("refused", Boolean.class), row.get("managing", Boolean.class), row.get("won", Integer.class),
                row.get("lost", Integer.class), row.get("answers", Integer.class), row.get("answer_share", Double.class), row.get("last", Instant.class));
    }

    private static LocalDate date(Tuple row) {
        return row.get("programme_until", LocalDate.class);
    }
}
