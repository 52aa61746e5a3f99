package ee.sild.distribution.run;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.distribution.delivery.DistributionMethods;
import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.Matching;

/** Proposes a partner for each opportunity of a run. */
@ApplicationScoped
class RunPreparation {

    /** How many candidates are checked to find one with free capacity. */
    private static final int LOOKED_AT = 200;

    private final DistributionRuns runs;
    private final DistributionMethods methods;
    private final Matching matching;
    private final EntityManager database;
    private final Clock clock;

    RunPreparation(
            DistributionRuns runs,
            DistributionMethods methods,
            Matching matching,
            EntityManager database,
            Clock clock) {
        this.runs = runs;
        this.methods = methods;
        this.matching = matching;
        this.database = database;
        this.clock = clock;
    }

    void prepare(UUID id) {
        var proposed = QuarkusTransaction.requiringNew().call(() -> ProposedPartners.of(runs.items(id)));
        for (UUID item :
                QuarkusTransaction.requiringNew().call(() -> runs.waiting(id, DistributionRunItemStatus.WAITING))) {
            UUID partner = QuarkusTransaction.requiringNew()
                    .call(() -> propose(runs.get(id), database.find(DistributionRunItem.class, item), proposed));
            if (partner != null) {
                proposed.add(partner);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> runs.lock(id).prepared());
    }

    private UUID propose(DistributionRun run, DistributionRunItem item, ProposedPartners proposed) {
        var resolved = methods.resolve(item.opportunityId(), run.method(), run.weights(), clock.instant())
                .orElse(null);
        if (resolved == null) {
            item.nobody(null);
            return null;
        }
        if (resolved.method() == DistributionMethod.POOL) {
            item.propose(resolved, null);
            return null;
        }
        var matches = matching.rank(item.opportunityId(), resolved.weights(), resolved.method(), LOOKED_AT);
        // While staff have to decide about similar customers, nobody gets it.
        var eligible = matches.candidates().stream()
                .filter(candidate -> matches.similar().isEmpty() && candidate.eligible())
                .filter(proposed::leaveRoomFor)
                .toList();
        var chosen = resolved.method() == DistributionMethod.ROUND_ROBIN
                ? proposed.leastProposed(eligible)
                : eligible.isEmpty() ? null : eligible.getFirst();
        if (chosen == null) {
            item.nobody(resolved);
            return null;
        }
        item.propose(resolved, chosen.partner().id());
        return chosen.partner().id();
    }
}
