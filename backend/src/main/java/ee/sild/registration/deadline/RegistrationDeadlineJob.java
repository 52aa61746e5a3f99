package ee.sild.registration.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.DeadlineSettings;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;
import ee.sild.registration.DealRegistrations;

/**
 * Expires exclusivity, sends reminders before its end, executes automatic approvals, and notifies of decisions that are
 * due or overdue.
 */
@ApplicationScoped
class RegistrationDeadlineJob implements Job {

    private final DealRegistrations registrations;
    private final RegistrationDeadlines deadlines;
    private final DeadlineSettings settings;
    private final Clock clock;

    RegistrationDeadlineJob(
            DealRegistrations registrations, RegistrationDeadlines deadlines, DeadlineSettings settings, Clock clock) {
        this.registrations = registrations;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "run-registration-clock";
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        BatchRunner.forEachDue(() -> registrations.expired(now), deadlines::expire);
        BatchRunner.forEachDue(() -> registrations.toRemind(now), deadlines::remind);
        BatchRunner.forEachDue(() -> registrations.automatic(now), deadlines::decideByItself);
        BatchRunner.forEachDue(() -> registrations.toDecideSoon(now), deadlines::remindOfDecision);
        BatchRunner.forEachDue(() -> registrations.overdue(now), deadlines::escalate);
    }
}
