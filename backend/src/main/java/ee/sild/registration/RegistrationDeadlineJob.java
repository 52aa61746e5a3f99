package ee.sild.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.SildConfig;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/**
 * Lets exclusivity expire, reminds of its end, approves what is approved by itself, and tells of decisions that are due
 * and overdue.
 */
@ApplicationScoped
class RegistrationDeadlineJob implements Job {

    private final DealRegistrations registrations;
    private final RegistrationDeadlines times;
    private final SildConfig config;
    private final Clock clock;

    RegistrationDeadlineJob(
            DealRegistrations registrations, RegistrationDeadlines times, SildConfig config, Clock clock) {
        this.registrations = registrations;
        this.times = times;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "run-registration-clock";
    }

    @Override
    public Duration every() {
        return config.answerClock().every();
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        BatchRunner.forEachDue(() -> registrations.expired(now), times::expire);
        BatchRunner.forEachDue(() -> registrations.toRemind(now), times::remind);
        BatchRunner.forEachDue(() -> registrations.automatic(now), times::decideByItself);
        BatchRunner.forEachDue(() -> registrations.toDecideSoon(now), times::remindOfDecision);
        BatchRunner.forEachDue(() -> registrations.overdue(now), times::escalate);
    }
}
