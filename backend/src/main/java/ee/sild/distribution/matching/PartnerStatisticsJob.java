package ee.sild.distribution.matching;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/**
 * Computes the statistics of partners whose opportunities have changed: matching scores them, and the vendor's
 * dashboard shows them.
 */
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
        BatchRunner.inSlices(
                AT_ONCE,
                most -> ScalarQuery.of(database, "select compute_partner_statistics(:most)", Integer.class)
                        .setParameter("most", most)
                        .getSingleResult());
    }
}
