package ee.sild.distribution.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.opportunity.eligibility.EligiblePartners;
import ee.sild.opportunity.eligibility.Exclusion;
import ee.sild.opportunity.eligibility.NotEligible;
import ee.sild.partner.Partners;
import ee.sild.platform.job.Job;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.Violations;

/** Confirms a run with the choices of a user, for the job to execute. */
@ApplicationScoped
class ConfirmDistributionRun {

    private final DistributionRuns runs;
    private final DistributionRunViews views;
    private final Partners partners;
    private final EligiblePartners eligible;
    private final Event<Job.Wanted> jobs;
    private final Clock clock;

    ConfirmDistributionRun(
            DistributionRuns runs,
            DistributionRunViews views,
            Partners partners,
            EligiblePartners eligible,
            Event<Job.Wanted> jobs,
            Clock clock) {
        this.runs = runs;
        this.views = views;
        this.partners = partners;
        this.eligible = eligible;
        this.jobs = jobs;
        this.clock = clock;
    }

    DistributionRunView confirm(UUID id, ConfirmDistributionRunRequest request, ExpectedVersion version) {
        var run = runs.lock(id);
        version.check(run.version());
        run.confirm(clock.instant());
        var items = new HashMap<UUID, DistributionRunItem>();
        runs.items(id).forEach(item -> items.put(item.opportunityId(), item));
        var choices = request.choices() == null ? List.<ConfirmDistributionRunRequest.Choice>of() : request.choices();
        var findings = new Violations();
        for (int i = 0; i < choices.size(); i++) {
            check(items, choices.get(i), "/choices/" + i, findings);
        }
        findings.throwIfAny();
        requireEligible(choices);
        choices.forEach(
                choice -> items.get(choice.opportunityId()).choose(choice.partnerId(), choice.overrideReason()));
        items.values().stream()
                .filter(item -> item.status() == DistributionRunItemStatus.NOBODY)
                .forEach(DistributionRunItem::leaveOut);
        runs.flush();
        jobs.fire(DistributionRunJob.WANTED);
        return views.view(run);
    }

    /** The job checks it again when it distributes the opportunities. */
    private void requireEligible(List<ConfirmDistributionRunRequest.Choice> choices) {
        var exclusions = new ArrayList<Exclusion>();
        for (int i = 0; i < choices.size(); i++) {
            var choice = choices.get(i);
            if (choice.partnerId() != null
                    && (choice.overrideReason() == null
                            || choice.overrideReason().isBlank())) {
                var named = Map.of(choice.partnerId(), "/choices/" + i + "/partnerId");
                exclusions.addAll(eligible.check(choice.opportunityId(), named, clock.instant())
                        .exclusions());
            }
        }
        NotEligible.throwIfAny(exclusions);
    }

    private void check(
            Map<UUID, DistributionRunItem> items,
            ConfirmDistributionRunRequest.Choice choice,
            String pointer,
            Violations findings) {
        findings.requireReference(items.containsKey(choice.opportunityId()), pointer + "/opportunityId")
                .addIf(
                        choice.partnerId() != null
                                && partners.active(choice.partnerId()).isEmpty(),
                        pointer + "/partnerId",
                        "partner.not-active");
    }
}
