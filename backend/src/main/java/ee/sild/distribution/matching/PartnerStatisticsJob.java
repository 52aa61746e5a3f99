package ee.sild.distribution.matching;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import ee.sild.platform.job.Job;

/** Recomputes the partner statistics that matching scores. */
@ApplicationScoped
class PartnerStatisticsJob implements Job {

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
    @Transactional
    public void run() {
        database.createNativeQuery("select cast(compute_partner_statistics() as text)", String.class)
                .getSingleResult();
    }
}
