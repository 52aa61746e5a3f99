package ee.sild.platform.http.idempotency;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import ee.sild.platform.job.Job;

/** Deletes expired idempotency keys with their responses, and expired rate limits. */
@ApplicationScoped
class ExpiredKeysJob implements Job {

    private final EntityManager database;
    private final Clock clock;

    ExpiredKeysJob(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-old-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        database.createNativeQuery("delete from idempotency_key where expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        database.createNativeQuery("delete from bucket where expires_at <= :now")
                .setParameter("now", clock.millis())
                .executeUpdate();
    }
}
