package ee.sild.distribution.matching;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

import ee.sild.distribution.matching.PartnerSnapshot.Need;

/**
 * Ranks the partners for an opportunity. Rules exclude partners; weighted scores rank the rest. The total is Σ(weight ×
 * score) / Σ(weight), without unit, from 0 to 1. Equal totals are ordered by the longest time without a delivery, then
 * by name. Reads rows that only staff see, so code that runs for a partner must call it as the system.
 */
@ApplicationScoped
public class Matching {

    private static final String NEED = """
            select o.territory_id, c.managing_partner_id, to_base(o.estimated_value, o.currency, ?) as value,
                   array(select n.competency_id from opportunity_competency n
                     where n.opportunity_id = o.id) as competencies
              from opportunity o join customer c on c.id = o.customer_id where o.id = ?""";
    private static final String AROUND = "select id, steps from territories_around(?::uuid)";
    private static final String LOAD = "select partner_id, open::int from partner_load";
    private static final String REFUSALS = """
            select distinct d.partner_id from distribution d where d.opportunity_id = ? and d.status in ('DECLINED',
              'EXPIRED', 'RETURNED')""";
    private static final String HOLDERS = "select partner_id from exclusive_partners(?::uuid)";
    private static final String RECENT =
            "select d.partner_id, max(d.delivered_at) from distribution d where d.delivered_at > ? "
                    + "group by d.partner_id";
    /**
     * Later deliveries are looked up. Earlier ones are in the partner statistics, which are recomputed more often than
     * this.
     */
    private static final Duration LATELY = Duration.ofHours(2);

    private final PartnerSnapshots snapshots;
    private final EntityManager database;
    private final Clock clock;

    Matching(PartnerSnapshots snapshots, EntityManager database, Clock clock) {
        this.snapshots = snapshots;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The first candidates: eligible partners, best first, then excluded ones.
     *
     * @param method a round robin ranks the partner with the oldest last delivery first, whatever its total
     */
    public MatchesView rank(UUID opportunity, MatchingWeights weights, DistributionMethod method, int limit) {
        Instant now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Comparator<Matching.RankedCandidate> byTotal =
                Comparator.comparingDouble(Matching.RankedCandidate::total).reversed();
        Comparator<Matching.RankedCandidate> byTurn = Comparator.comparing(
                one -> one.candidate().situation().lastDeliveredAt(), Comparator.nullsFirst(Comparator.naturalOrder()));
        var standings = candidates(opportunity, now, today).stream()
                .map(one -> new Matching.RankedCandidate(one, one.isEligible(today), one.total(weights, now)))
                .sorted(Comparator.comparing(Matching.RankedCandidate::eligible)
                        .reversed()
                        .thenComparing(
                                method == DistributionMethod.ROUND_ROBIN
                                        ? byTurn.thenComparing(byTotal)
                                        : byTotal.thenComparing(byTurn))
                        .thenComparing(
                                one -> one.candidate().snapshot().partner().name()))
                .toList();
        var shown = IntStream.range(0, Math.min(limit, standings.size()))
                .mapToObj(place -> standings
                        .get(place)
                        .candidate()
                        .match(standings.get(place).eligible() ? place + 1 : null, weights, now, today))
                .toList();
        return new MatchesView(
                standings.size(),
                (int) standings.stream()
                        .filter(Matching.RankedCandidate::eligible)
                        .count(),
                now,
                shown);
    }

    private record RankedCandidate(Candidate candidate, boolean eligible, double total) {}

    private List<Candidate> candidates(UUID opportunity, Instant now, LocalDate today) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            var need = need(connection, opportunity, now, today);
            return snapshots.all(connection).stream()
                    .map(partner -> partner.with(need))
                    .toList();
        });
    }

    private static Need need(Connection connection, UUID opportunity, Instant now, LocalDate today)
            throws SQLException {
        try (var statement = connection.prepareStatement(NEED)) {
            statement.setObject(1, today);
            statement.setObject(2, opportunity);
            var row = statement.executeQuery();
            row.next();
            var territory = row.getObject("territory_id", UUID.class);
            return new Need(
                    territory == null,
                    map(connection, AROUND, territory, rows -> rows.getInt(2)),
                    Set.of((UUID[]) row.getArray("competencies").getArray()),
                    row.getBigDecimal("value"),
                    row.getObject("managing_partner_id", UUID.class),
                    map(connection, LOAD, null, rows -> rows.getInt(2)),
                    map(connection, REFUSALS, opportunity, rows -> true).keySet(),
                    map(connection, HOLDERS, opportunity, rows -> true).keySet(),
                    map(
                            connection,
                            RECENT,
                            now.minus(LATELY).atOffset(ZoneOffset.UTC),
                            rows -> rows.getObject(2, OffsetDateTime.class).toInstant()));
        }
    }

    @FunctionalInterface
    private interface Value<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> Map<UUID, T> map(Connection connection, String sql, Object parameter, Value<T> value)
            throws SQLException {
        var found = new HashMap<UUID, T>();
        try (var query = connection.prepareStatement(sql)) {
            if (sql.contains("?")) {
                query.setObject(1, parameter);
            }
            var rows = query.executeQuery();
            while (rows.next()) {
                found.put(rows.getObject(1, UUID.class), value.of(rows));
            }
        }
        return found;
    }
}
