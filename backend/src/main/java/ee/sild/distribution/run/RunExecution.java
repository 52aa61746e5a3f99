package ee.sild.distribution.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.distribution.delivery.DistributionCommand;
import ee.sild.distribution.delivery.DistributionMethods;
import ee.sild.distribution.delivery.DistributionPlanner;
import ee.sild.distribution.offer.Offer;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.eligibility.EligiblePartners;
import ee.sild.partner.Partners;
import ee.sild.platform.Ref;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.problem.RuleViolation;

/** Distributes the opportunities of a confirmed run. One that fails does not stop the others. */
@ApplicationScoped
class RunExecution {

    private final DistributionRuns runs;
    private final DistributionMethods methods;
    private final DistributionPlanner planner;
    private final Opportunities opportunities;
    private final Partners partners;
    private final EligiblePartners eligible;
    private final EntityManager database;
    private final Clock clock;

    RunExecution(
            DistributionRuns runs,
            DistributionMethods methods,
            DistributionPlanner planner,
            Opportunities opportunities,
            Partners partners,
            EligiblePartners eligible,
            EntityManager database,
            Clock clock) {
        this.runs = runs;
        this.methods = methods;
        this.planner = planner;
        this.opportunities = opportunities;
        this.partners = partners;
        this.eligible = eligible;
        this.database = database;
        this.clock = clock;
    }

    void distributeAll(UUID id) {
        BatchRunner.forEach(
                () -> runs.waiting(id, DistributionRunItemStatus.PROPOSED),
                item -> QuarkusTransaction.requiringNew()
                        .run(() -> distribute(runs.get(id), database.find(DistributionRunItem.class, item))),
                (item, e) -> failed(id, item, e));
        QuarkusTransaction.requiringNew().run(() -> runs.lock(id).done(clock.instant()));
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
            var resolved = methods.resolve(item.opportunityId(), run.method(), run.weights(), now)
                    .orElseThrow(() -> new RuleViolation("distribution.no-rule"));
            if (!planner.execute(opportunity, resolved, run.method(), item.partnerId(), command, now)) {
                throw planner.nobody(opportunity, resolved);
            }
        } else {
            var partner = partners.active(item.partnerId()).orElseThrow(() -> new RuleViolation("distribution.nobody"));
            var check = eligible.check(opportunity.id(), Map.of(partner.id(), "/partnerId"), now);
            eligible.override(opportunity, check, item.overrideReason(), now);
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
}
