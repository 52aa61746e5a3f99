package ee.sild.distribution.run;

import java.time.Clock;
import java.util.HashSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.opportunity.Opportunities;
import ee.sild.platform.job.Job;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;

/** Creates a run, which the job prepares. */
@ApplicationScoped
class CreateDistributionRun {

    private final DistributionRuns runs;
    private final DistributionRunViews views;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final Event<Job.Wanted> jobs;
    private final Clock clock;

    CreateDistributionRun(
            DistributionRuns runs,
            DistributionRunViews views,
            Opportunities opportunities,
            CurrentUser user,
            Event<Job.Wanted> jobs,
            Clock clock) {
        this.runs = runs;
        this.views = views;
        this.opportunities = opportunities;
        this.user = user;
        this.jobs = jobs;
        this.clock = clock;
    }

    DistributionRunView create(CreateDistributionRunRequest request) {
        check(request);
        var run = new DistributionRun(request.method(), request.weights(), user.id(), clock.instant());
        runs.persist(run);
        for (int i = 0; i < request.opportunityIds().size(); i++) {
            runs.getEntityManager()
                    .persist(new DistributionRunItem(
                            run.id(), i, request.opportunityIds().get(i)));
        }
        runs.flush();
        jobs.fire(DistributionRunJob.WANTED);
        return views.view(run);
    }

    private void check(CreateDistributionRunRequest request) {
        var findings = new Violations()
                .addIf(
                        !request.method().matches() && request.method() != DistributionMethod.AUTOMATIC,
                        "/method",
                        "method.run")
                .addIf(
                        request.method() == DistributionMethod.AUTOMATIC && request.weights() != null,
                        "/weights",
                        "method.run");
        var seen = new HashSet<UUID>();
        for (int i = 0; i < request.opportunityIds().size(); i++) {
            UUID id = request.opportunityIds().get(i);
            findings.addIf(!seen.add(id), "/opportunityIds/" + i, "twice")
                    .requireReference(opportunities.findByIdOptional(id).isPresent(), "/opportunityIds/" + i);
        }
        findings.throwIfAny();
    }
}
