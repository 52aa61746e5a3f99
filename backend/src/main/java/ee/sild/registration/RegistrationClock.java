package ee.sild.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.Due;
import ee.sild.platform.Job;
import ee.sild.platform.SildConfig;

/**
 * Lets exclusivity expire, reminds of its end, approves what is approved by itself, and tells of decisions that are due
 * and overdue.
 */
@ApplicationScoped
class RegistrationClock implements Job {

    private final DealRegistrations registrations;
    private final RegistrationTimes times;
    private final SildConfig config;
    private final Clock clock;

    RegistrationClock(DealRegistrations registrations, RegistrationTimes times, SildConfig config, Clock clock) {
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
        Due.each(() -> registrations.expired(now), times::expire);
        Due.each(() -> registrations.toRemind(now), times::remind);
        Due.each(() -> registrations.automatic(now), times::decideByItself);
        Due.each(() -> registrations.toDecideSoon(now), times::remindOfDecision);
        Due.each(() -> registrations.overdue(now), times::escalate);
    }
}
