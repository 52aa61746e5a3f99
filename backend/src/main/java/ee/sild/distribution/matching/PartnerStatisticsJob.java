package ee.sild.distribution.matching;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.platform.job.Job;

/** Recomputes the partner statistics that matching scores. */
@ApplicationScoped
class PartnerStatisticsJob implements Job {

    private static final int AT_ONCE = 20;

    private final EntityManager database;

    PartnerStatisticsJob(EntityManager database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "count-standing";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(2);
    }

    @Override
    public void run() {
        UUID last = null;
        do {
            last = compute(last);
        } while (last != null);
    }

    private UUID compute(UUID after) {
        return QuarkusTransaction.joiningExisting().call(() -> (UUID)
                database.createNativeQuery("select compute_partner_statistics(cast(:after as uuid), :most)", UUID.class)
                        .setParameter("after", after)
                        .setParameter("most", AT_ONCE)
                        .getSingleResult());
    }
}
