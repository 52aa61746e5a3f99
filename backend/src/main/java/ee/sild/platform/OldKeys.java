package ee.sild.platform;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

/** Forgets what was answered under keys of more than a day ago, and who has not asked for long. */
@ApplicationScoped
class OldKeys {

    private final EntityManager database;
    private final Clock clock;

    OldKeys(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @ActsAs(Side.SYSTEM)
    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void forget() {
        database.createNativeQuery("delete from idempotency_key where expires_at <= :now").setParameter("now", clock.instant()).executeUpdate();
        database.createNativeQuery("delete from bucket where expires_at <= :now").setParameter("now", clock.millis()).executeUpdate();
    }
}
