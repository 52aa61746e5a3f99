package ee.sild.distribution.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.distribution.offer.DueOffer;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.DeadlineSettings;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/** Expires offers that were not answered in time, and sends reminders for those due soon. */
@ApplicationScoped
class OfferDeadlineJob implements Job {

    private final Offers offers;
    private final OfferDeadlines deadlines;
    private final DeadlineSettings settings;
    private final Clock clock;

    OfferDeadlineJob(Offers offers, OfferDeadlines deadlines, DeadlineSettings settings, Clock clock) {
        this.offers = offers;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "run-answer-clock";
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        BatchRunner.forEachDueInParallel(() -> offers.overdue(now), DueOffer::opportunityId, deadlines::expire);
        BatchRunner.forEachDueInParallel(() -> offers.toRemind(now), DueOffer::opportunityId, deadlines::remind);
    }
}
