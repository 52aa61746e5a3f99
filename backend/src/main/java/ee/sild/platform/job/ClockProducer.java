package ee.sild.platform.job;

import java.time.Clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

import ee.sild.platform.ObserverOrder;
import ee.sild.platform.problem.Unavailable;

/** Keeps the application's clock in sync with the database's. */
@Singleton
class ClockProducer {

    private final AgroalDataSource database;
    private final DatabaseClock time;

    ClockProducer(AgroalDataSource database, ClockSettings settings) {
        this.database = database;
        this.time = new DatabaseClock(settings.clockOffsetFile().orElse(null));
    }

    @Produces
    @Singleton
    Clock clock() {
        return time;
    }

    void start(@Observes @Priority(ObserverOrder.STARTUP_FIRST) StartupEvent started) {
        time.measure(database);
    }

    /** Runs on each instance, because each has its own clock. */
    @Scheduled(every = "30s", delayed = "30s")
    void keep() {
        try {
            time.measure(database);
        } catch (Unavailable gone) {
            Log.debug("The clock is not compared with the database's, which is away", gone);
        }
    }
}
