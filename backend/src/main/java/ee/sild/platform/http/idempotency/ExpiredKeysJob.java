package ee.sild.platform.http.idempotency;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/** Deletes expired idempotency keys with their responses, and expired rate limits. */
@ApplicationScoped
class ExpiredKeysJob implements Job {

    private static final int AT_ONCE = 2_000;

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
    public void run() {
        delete("idempotency_key", clock.instant());
        delete("bucket", clock.millis());
    }

    /** By physical row, because the keys of these tables are wide. */
    private void delete(String table, Object now) {
        BatchRunner.inSlices(
                AT_ONCE,
                most -> database.createNativeQuery("""
                        delete from %1$s
                         where ctid = any (array(select ctid from %1$s where expires_at <= :now
                                            order by expires_at limit :most for update skip locked))""".formatted(table))
                        .setParameter("now", now)
                        .setParameter("most", most)
                        .executeUpdate());
    }
}
