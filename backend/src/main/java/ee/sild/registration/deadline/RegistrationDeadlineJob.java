package ee.sild.registration.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.DeadlineSettings;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/**
 * Expires exclusivity, sends reminders before its end, executes automatic approvals, and notifies of decisions that are
 * due or overdue.
 */
@ApplicationScoped
class RegistrationDeadlineJob implements Job {

    private final DueRegistrations due;
    private final RegistrationDeadlines deadlines;
    private final DeadlineSettings settings;
    private final Clock clock;

    RegistrationDeadlineJob(
            DueRegistrations due, RegistrationDeadlines deadlines, DeadlineSettings settings, Clock clock) {
        this.due = due;
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
        BatchRunner.forEachDue(() -> due.expired(now), deadlines::expire);
        BatchRunner.forEachDue(() -> due.toRemind(now), deadlines::remind);
        BatchRunner.forEachDue(() -> due.automatic(now), deadlines::decideByItself);
        BatchRunner.forEachDue(() -> due.toDecideSoon(now), deadlines::remindOfDecision);
        BatchRunner.forEachDue(() -> due.overdue(now), deadlines::escalate);
    }
}
