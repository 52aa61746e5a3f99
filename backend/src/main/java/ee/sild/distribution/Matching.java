package ee.sild.distribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

import ee.sild.platform.Ref;

/**
 * Ranks the partners for an opportunity. Rules keep out, weighted scores rank those that are left: the total is
 * Σ(weight × score) / Σ(weight), without unit, from 0 to 1. Equal totals are ordered by the longest time without a delivery,
 * then by name. Staff's rows only: whoever calls for a partner does so as the system.
 */
@ApplicationScoped
class Matching {

    private static final String FACTS = "select * from matching_facts(?, ?, ?)";
    /** Deliveries since then are looked up; those before are in the standing, which is counted anew more often than that. */
    private static final Duration LATELY = Duration.ofHours(2);

    private final EntityManager database;
    private final Clock clock;

    Matching(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The first candidates: those that may, the best first, then those that are kept out.
     *
     * @param method in a round robin it is the turn of the one whose last delivery is the longest ago, whatever its total
     */
    MatchesView rank(UUID opportunity, MatchingWeights weights, DistributionMethod method, int limit) {
        Instant now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Comparator<Standing> byTotal = Comparator.comparingDouble(Standing::total).reversed();
        Comparator<Standing> byTurn = Comparator.comparing(one -> one.candidate().lastDeliveredAt(), Comparator.nullsFirst(Comparator.naturalOrder()));
        var standings = candidates(opportunity, now, today).stream()
                .map(one -> new Standing(one, one.isEligible(today), one.total(weights, now)))
                .sorted(Comparator.comparing(Standing::eligible).reversed()
                        .thenComparing(method == DistributionMethod.ROUND_ROBIN ? byTurn.thenComparing(byTotal) : byTotal.thenComparing(byTurn))
                        .thenComparing(one -> one.candidate().partner().name()))
                .toList();
        var shown = IntStream.range(0, Math.min(limit, standings.size()))
                .mapToObj(place -> standings.get(place).candidate().match(standings.get(place).eligible() ? place + 1 : null, weights, now, today)).toList();
        return new MatchesView(standings.size(), (int) standings.stream().filter(Standing::eligible).count(), now, shown);
    }

    private record Standing(Candidate candidate, boolean eligible, double total) {
    }

    private List<Candidate> candidates(UUID opportunity, Instant now, LocalDate today) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (var facts = connection.prepareStatement(FACTS)) {
                facts.setObject(1, opportunity);
                facts.setObject(2, today);
                facts.setObject(3, now.minus(LATELY).atOffset(ZoneOffset.UTC));
                var candidates = new ArrayList<Candidate>();
                var row = facts.executeQuery();
                while (row.next()) {
                    candidates.add(candidate(row));
                }
                return candidates;
            }
        });
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        var tier = Ref.orNull(new Ref(row.getObject("tier_id", UUID.class), row.getString("tier")));
        var last = row.getObject("last_delivered_at", OffsetDateTime.class);
        return new Candidate(new Ref(row.getObject("id", UUID.class), row.getString("name")), tier, tier == null ? null : row.getDouble("height"),
                row.getBoolean("active"), row.getObject("programme_until", LocalDate.class), row.getBoolean("placeless"), row.getObject("steps", Integer.class),
                row.getInt("required"), row.getInt("matched"), row.getInt("has"), row.getBigDecimal("value"), row.getBigDecimal("revenue_from"),
                row.getBigDecimal("revenue_to"), row.getObject("capacity", Integer.class), row.getInt("open"), row.getBoolean("refused"),
                row.getBoolean("managing"), row.getInt("won"), row.getInt("lost"), row.getInt("answers"), row.getDouble("answer_share"),
                last == null ? null : last.toInstant());
    }
}
