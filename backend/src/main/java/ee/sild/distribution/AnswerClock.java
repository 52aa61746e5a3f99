package ee.sild.distribution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

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
        each(() -> distributions.overdue(now), offers::expire);
        each(() -> distributions.toRemind(now), offers::remind);
    }

    /** Until none is due; one that fails is left for the next time, and the others are not. */
    private static void each(Supplier<List<UUID>> due, Consumer<UUID> move) {
        List<UUID> some;
        boolean moved;
        do {
            some = QuarkusTransaction.requiringNew().call(due::get);
            moved = false;
            for (UUID id : some) {
                try {
                    move.accept(id);
                    moved = true;
                } catch (RuntimeException e) {
                    Log.errorf(e, "The clock of offer %s could not be run; it is tried again", id);
                }
            }
        } while (moved && some.size() == Distributions.DUE_AT_ONCE);
    }
}
