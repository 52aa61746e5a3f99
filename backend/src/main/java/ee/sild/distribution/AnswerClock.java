package ee.sild.distribution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.Due;
import ee.sild.platform.Job;
import ee.sild.platform.SildConfig;

/** Lets offers expire that nobody answered in time, and reminds of those that are due soon. */
@ApplicationScoped
class AnswerClock implements Job {

    private final Distributions distributions;
    private final Offers offers;
    private final SildConfig config;
    private final Clock clock;

    AnswerClock(Distributions distributions, Offers offers, SildConfig config, Clock clock) {
        this.distributions = distributions;
        this.offers = offers;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "run-answer-clock";
    }

    @Override
    public Duration every() {
        return config.answerClock().every();
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        Due.each(() -> distributions.overdue(now), offers::expire);
        Due.each(() -> distributions.toRemind(now), offers::remind);
    }
}
