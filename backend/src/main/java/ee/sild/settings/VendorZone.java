package ee.sild.settings;

import java.time.ZoneId;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

import ee.sild.platform.VendorDays;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;

/** Keeps the vendor's time zone in memory, because most requests need it and it hardly ever changes. */
@Singleton
class VendorZone {

    /** Fired when the time zone is set. */
    record Changed(ZoneId zone) {}

    private final Policies policies;

    VendorZone(Policies policies) {
        this.policies = policies;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed to) {
        VendorDays.use(to.zone());
    }

    /** Runs on each instance: another one may have changed it. */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    @Scheduled(every = "10s")
    void read() {
        try {
            VendorDays.use(
                    QuarkusTransaction.requiringNew().call(() -> policies.get().zone()));
        } catch (RuntimeException unavailable) {
            Log.debug("The time zone is read later", unavailable);
        }
    }
}
