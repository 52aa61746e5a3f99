package ee.sild.distribution.matching;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.partner.Partners;
import ee.sild.platform.Ref;

/** Caches the snapshots of all partners until any instance changes their data. */
@ApplicationScoped
class PartnerSnapshots {

    private static final String AS_OF = "select partners_version()";
    private static final String ALL = """
            with heights as (select t.id, t.name, case when max(t.rank) over () = min(t.rank) over () then 1.0
                                    else 1.0 * (max(t.rank) over () - t.rank) / (max(t.rank) over () - min(t.rank) over ()) end as height from tier t where t.merged_into_id is null)
            select p.id, p.name, t.id as tier_id, t.name as tier, t.height, is_active_partner(p.status) as active,
              p.programme_until, p.revenue_from, p.revenue_to,
                   p.capacity, coalesce(s.won, 0) as won, coalesce(s.lost, 0) as lost, coalesce(s.answers,
                     0) as answers,
                   coalesce(s.answer_share, 0) as answer_share, s.last_delivered_at,
                   array(select x.territory_id from partner_territory x where x.partner_id = p.id) as territories,
                   array(select x.competency_id from partner_competency x where x.partner_id = p.id) as competencies
              from partner p left join heights t on t.id = p.tier_id left join partner_statistics s on s.partner_id = p.id
             where p.status <> 'ENDED'""";

    private volatile Cached cached = new Cached("", List.of(), Map.of());

    private record Cached(String asOf, List<PartnerSnapshot> partners, Map<UUID, Predicate<Instant>> deadlines) {}

    private final Partners partners;

    PartnerSnapshots(Partners partners) {
        this.partners = partners;
    }

    /** The tiers whose calendars have too few business hours for an answer to an offer that is made now. */
    Set<UUID> tiersWithoutDeadline(Instant now) {
        return cached.deadlines.entrySet().stream()
                .filter(tier -> !tier.getValue().test(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** All partners. The caller must be staff or the system, who see every partner. */
    List<PartnerSnapshot> all(Connection database) throws SQLException {
        // The version first: a change made in between is then read again next time.
        String asOf;
        try (var statement = database.prepareStatement(AS_OF);
                var row = statement.executeQuery()) {
            row.next();
            asOf = row.getString(1);
        }
        Cached known = cached;
        if (!known.asOf.equals(asOf)) {
            known = new Cached(asOf, read(database), partners.deadlines());
            cached = known;
        }
        return known.partners;
    }

    private static List<PartnerSnapshot> read(Connection database) throws SQLException {
        var found = new ArrayList<PartnerSnapshot>();
        try (var query = database.prepareStatement(ALL);
                var row = query.executeQuery()) {
            while (row.next()) {
                var tier = Ref.orNull(new Ref(row.getObject("tier_id", UUID.class), row.getString("tier")));
                var last = row.getObject("last_delivered_at", OffsetDateTime.class);
                found.add(new PartnerSnapshot(
                        new Ref(row.getObject("id", UUID.class), row.getString("name")),
                        tier,
                        tier == null ? null : row.getDouble("height"),
                        row.getBoolean("active"),
                        row.getObject("programme_until", LocalDate.class),
                        ids(row.getArray("territories")),
                        ids(row.getArray("competencies")),
                        row.getBigDecimal("revenue_from"),
                        row.getBigDecimal("revenue_to"),
                        row.getObject("capacity", Integer.class),
                        row.getInt("won"),
                        row.getInt("lost"),
                        row.getInt("answers"),
                        row.getDouble("answer_share"),
                        last == null ? null : last.toInstant()));
            }
        }
        return List.copyOf(found);
    }

    private static Set<UUID> ids(Array array) throws SQLException {
        return Set.of((UUID[]) array.getArray());
    }
}
