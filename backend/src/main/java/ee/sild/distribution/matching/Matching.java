package ee.sild.distribution.matching;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

import ee.sild.distribution.matching.MatchesView.RuleExclusions;
import ee.sild.opportunity.eligibility.SimilarProtections;
import ee.sild.opportunity.state.MatchingRule;
import ee.sild.platform.VendorDays;

/**
 * Ranks the partners for an opportunity. Rules exclude partners; weighted scores rank the rest. The total is Σ(weight ×
 * score) / Σ(weight), without unit, from 0 to 1. Equal totals are ordered by the longest time without a delivery, then
 * by name. Reads rows that only staff see, so code that runs for a partner must call it as the system.
 */
@ApplicationScoped
public class Matching {

    private final PartnerSnapshots snapshots;
    private final SimilarProtections similar;
    private final EntityManager database;
    private final Clock clock;

    Matching(PartnerSnapshots snapshots, SimilarProtections similar, EntityManager database, Clock clock) {
        this.snapshots = snapshots;
        this.similar = similar;
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
        var today = VendorDays.of(now);
        Comparator<RankedCandidate> byTotal =
                Comparator.comparingDouble(RankedCandidate::total).reversed();
        Comparator<RankedCandidate> byTurn = Comparator.comparing(
                one -> one.candidate().situation().lastDeliveredAt(), Comparator.nullsFirst(Comparator.naturalOrder()));
        var standings = candidates(opportunity, now, today).stream()
                .map(one -> new RankedCandidate(one, one.isEligible(today), one.total(weights, now)))
                .sorted(Comparator.comparing(RankedCandidate::eligible)
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
                (int) standings.stream().filter(RankedCandidate::eligible).count(),
                now,
                shown,
                exclusions(standings, today),
                similar.of(opportunity, now));
    }

    private static List<RuleExclusions> exclusions(List<RankedCandidate> standings, LocalDate today) {
        var excluded = standings.stream()
                .filter(one -> !one.eligible())
                .map(RankedCandidate::candidate)
                .toList();
        return Stream.of(MatchingRule.values())
                .map(rule -> new RuleExclusions(rule, (int) excluded.stream()
                        .filter(one -> !one.fulfils(rule, today))
                        .count()))
                .filter(one -> one.partners() > 0)
                .toList();
    }

    private record RankedCandidate(Candidate candidate, boolean eligible, double total) {}

    private List<Candidate> candidates(UUID opportunity, Instant now, LocalDate today) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            var need = NeedQueries.of(opportunity, connection, now, today);
            var all = snapshots.all(connection);
            var tiersWithoutDeadline = snapshots.tiersWithoutDeadline(now);
            return all.stream()
                    .map(partner -> partner.with(need, tiersWithoutDeadline))
                    .toList();
        });
    }
}
