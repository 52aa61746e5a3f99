package ee.sild.opportunity.list;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/**
 * Adds what transactions have changed to the totals of opportunities, so that few changes are left to be added up by
 * readers.
 */
@ApplicationScoped
class AddTotalsJob implements Job {

    private static final int AT_ONCE = 2_000;

    private final EntityManager database;

    AddTotalsJob(EntityManager database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "add-totals";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        BatchRunner.inSlices(
                AT_ONCE,
                most -> ScalarQuery.of(database, "select add_opportunity_totals(:most)", Integer.class)
                        .setParameter("most", most)
                        .getSingleResult());
    }
}
