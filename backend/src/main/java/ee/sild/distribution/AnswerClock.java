package ee.sild.distribution;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

import ee.sild.platform.ActsAs;
import ee.sild.platform.Side;

/** Lets offers expire that nobody answered in time. Several instances may do so at once: each offer expires once. */
@ApplicationScoped
class AnswerClock {

    private final Distributions distributions;
    private final Offers offers;
    private final Clock clock;

    AnswerClock(Distributions distributions, Offers offers, Clock clock) {
        this.distributions = distributions;
        this.offers = offers;
        this.clock = clock;
    }

    /** How partners have done is counted anew; of several instances one does it. */
    @ActsAs(Side.SYSTEM)
    @Scheduled(every = "2M", delayed = "10S", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void count() {
        distributions.getEntityManager().createNativeQuery("select cast(count_standing() as text)", String.class).getSingleResult();
    }

    @ActsAs(Side.SYSTEM)
    @Scheduled(every = "{sild.answer-clock.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        for (UUID id : QuarkusTransaction.requiringNew().call(() -> distributions.overdue(clock.instant()))) {
            try {
                offers.expire(id);
            } catch (RuntimeException e) {
                Log.errorf(e, "Offer %s could not be let expire; it is tried again", id);
            }
        }
    }
}
