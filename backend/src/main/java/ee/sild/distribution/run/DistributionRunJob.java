package ee.sild.distribution.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.distribution.delivery.DistributionCommand;
import ee.sild.distribution.delivery.DistributionPlanner;
import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchView;
import ee.sild.distribution.matching.Matching;
import ee.sild.distribution.offer.Offer;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Party;
import ee.sild.partner.Partners;
import ee.sild.platform.Ref;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;
import ee.sild.platform.problem.RuleViolation;

/**
 * Prepares and executes runs, each opportunity in its own transaction. After an interruption, what is done stays done,
 * and the rest continues. Within a run no partner is proposed beyond its free capacity.
 */
@ApplicationScoped
class DistributionRunJob implements Job {

    /** A run needs to be prepared or executed. */
    static final Wanted WANTED = new Wanted("run-distributions");

    /** How many candidates are checked to find one with free capacity. */
    private static final int LOOKED_AT = 200;

    private final DistributionRuns runs;
    private final DistributionPlanner planner;
    private final Matching matching;
    private final Opportunities opportunities;
    private final Partners partners;
    private final EntityManager database;
    private final Clock clock;

    DistributionRunJob(
            DistributionRuns runs,
            DistributionPlanner planner,
            Matching matching,
            Opportunities opportunities,
            Partners partners,
            EntityManager database,
            Clock clock) {
        this.runs = runs;
        this.planner = planner;
        this.matching = matching;
        this.opportunities = opportunities;
        this.partners = partners;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return WANTED.name();
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        BatchRunner.forEach(
                runs::open,
                this::resume,
                (id, e) -> Log.errorf(e, "Distribution run %s could not go on; it is tried again", id));
    }

    private void resume(UUID id) {
        if (QuarkusTransaction.requiringNew().call(() -> runs.get(id).status()) == DistributionRunStatus.PREPARING) {
            prepare(id);
        } else {
            distributeAll(id);
        }
    }

    private void prepare(UUID id) {
        Map<UUID, Integer> proposed = QuarkusTransaction.requiringNew().call(() -> proposed(id));
        for (UUID item : QuarkusTransaction.requiringNew().call(() -> waiting(id, DistributionRunItemStatus.WAITING))) {
            UUID partner = QuarkusTransaction.requiringNew()
                    .call(() -> propose(runs.get(id), database.find(DistributionRunItem.class, item), proposed));
            if (partner != null) {
                proposed.merge(partner, 1, Integer::sum);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> lock(id).prepared());
    }

    /** How often each partner is already proposed, if the preparation was interrupted. */
    private Map<UUID, Integer> proposed(UUID run) {
        var proposed = new HashMap<UUID, Integer>();
        runs.items(run).stream()
                .map(DistributionRunItem::partnerId)
                .filter(Objects::nonNull)
                .forEach(partner -> proposed.merge(partner, 1, Integer::sum));
        return proposed;
    }

    private UUID propose(DistributionRun run, DistributionRunItem item, Map<UUID, Integer> proposed) {
        var resolved = planner.resolve(item.opportunityId(), run.method(), run.weights(), clock.instant())
                .orElse(null);
        if (resolved == null) {
            item.nobody(null);
            return null;
        }
        if (resolved.method() == DistributionMethod.POOL) {
            item.propose(resolved, null);
            return null;
        }
        var eligible =
                matching
                        .rank(item.opportunityId(), resolved.weights(), resolved.method(), LOOKED_AT)
                        .candidates()
                        .stream()
                        .filter(MatchView::eligible)
                        .filter(one -> one.capacity() == null
                                || one.open()
                                                + proposed.getOrDefault(
                                                        one.partner().id(), 0)
                                        < one.capacity())
                        .toList();
        var chosen = resolved.method() == DistributionMethod.ROUND_ROBIN
                ? leastProposed(eligible, proposed)
                : eligible.isEmpty() ? null : eligible.getFirst();
        if (chosen == null) {
            item.nobody(resolved);
            return null;
        }
        item.propose(resolved, chosen.partner().id());
        return chosen.partner().id();
    }

    /** The partner whose turn it is: the first of those proposed least often in this run. */
    private static MatchView leastProposed(List<MatchView> eligible, Map<UUID, Integer> proposed) {
        MatchView least = null;
        for (MatchView one : eligible) {
            if (least == null
                    || proposed.getOrDefault(one.partner().id(), 0)
                            < proposed.getOrDefault(least.partner().id(), 0)) {
                least = one;
            }
        }
        return least;
    }

    private void distributeAll(UUID id) {
        BatchRunner.forEach(
                () -> waiting(id, DistributionRunItemStatus.PROPOSED),
                item -> QuarkusTransaction.requiringNew()
                        .run(() -> distribute(runs.get(id), database.find(DistributionRunItem.class, item))),
                (item, e) -> failed(id, item, e));
        QuarkusTransaction.requiringNew().run(() -> lock(id).done(clock.instant()));
    }

    private void failed(UUID run, UUID item, RuntimeException e) {
        if (e instanceof RuleViolation violation) {
            fail(item, violation.code());
        } else {
            Log.errorf(e, "An opportunity of distribution run %s could not be distributed", run);
            fail(item, "internal");
        }
    }

    private void fail(UUID item, String code) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.find(DistributionRunItem.class, item).failed(code));
    }

    private void distribute(DistributionRun run, DistributionRunItem item) {
        Instant now = clock.instant();
        var opportunity = opportunities.lock(item.opportunityId());
        opportunity.offering().requireDistribution(Party.SYSTEM);
        var command = new DistributionCommand(run.createdBy(), Party.SYSTEM, null, null);
        boolean asProposed = item.isAsProposed();
        if (item.partnerId() == null || asProposed) {
            var resolved = planner.resolve(item.opportunityId(), run.method(), run.weights(), now)
                    .orElseThrow(() -> new RuleViolation("distribution.no-rule"));
            if (!planner.execute(opportunity, resolved, run.method(), item.partnerId(), command, now)) {
                throw new RuleViolation("distribution.nobody");
            }
        } else {
            var partner = partners.active(item.partnerId()).orElseThrow(() -> new RuleViolation("distribution.nobody"));
            var offer = new Offer(
                    opportunity.id(),
                    partner.id(),
                    null,
                    run.createdBy(),
                    partners.answerTime(partner, null, now),
                    now);
            planner.deliver(opportunity, offer, new Ref(partner.id(), partner.name()), Party.SYSTEM, now);
        }
        item.done();
    }

    private List<UUID> waiting(UUID run, DistributionRunItemStatus status) {
        return runs.items(run).stream()
                .filter(item -> item.status() == status)
                .map(DistributionRunItem::id)
                .toList();
    }

    private DistributionRun lock(UUID id) {
        return runs.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
