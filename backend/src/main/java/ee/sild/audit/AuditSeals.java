package ee.sild.audit;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/**
 * Seals new events of the audit log with a hash over all previous ones: a chain that {@link AuditVerification}
 * verifies.
 */
@ApplicationScoped
class AuditSeals implements Job {

    private final EntityManager database;

    AuditSeals(EntityManager database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "seal-audit";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        BatchRunner.inShortTransactions(most -> ScalarQuery.of(database, "select seal_audit(:most)", Integer.class)
                .setParameter("most", most)
                .getSingleResult());
    }
}
