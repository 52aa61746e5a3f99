package ee.sild.registration;

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

/** Lets exclusivity expire, reminds of its end, and tells of decisions that are overdue. */
@ApplicationScoped
class RegistrationClock implements Job {

    private final DealRegistrations registrations;
    private final Registering registering;
    private final SildConfig config;
    private final Clock clock;

    RegistrationClock(DealRegistrations registrations, Registering registering, SildConfig config, Clock clock) {
        this.registrations = registrations;
        this.registering = registering;
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
        each(() -> registrations.expired(now), registering::expire);
        each(() -> registrations.toRemind(now), registering::remind);
        each(() -> registrations.overdue(now), registering::escalate);
    }

    /** Some of them each time; one that fails is left for the next time, and the others are not. */
    private static void each(Supplier<List<UUID>> due, Consumer<UUID> move) {
        for (UUID id : QuarkusTransaction.requiringNew().call(due::get)) {
            try {
                move.accept(id);
            } catch (RuntimeException e) {
                Log.errorf(e, "The clock of registration %s could not be run; it is tried again", id);
            }
        }
    }
}
