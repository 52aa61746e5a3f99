package ee.sild.audit;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.job.Job;

/**
 * Creates the partitions of the audit log before their month begins, and removes the months that the settings do not
 * keep.
 */
@ApplicationScoped
class AuditMonths implements Job {

    private final EntityManager database;

    AuditMonths(EntityManager database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "keep-audit-months";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        call("select add_audit_partitions()");
        while (call("select remove_audit_month()") > 0) {
            Log.info("The oldest month of the audit log has been removed");
        }
    }

    private int call(String function) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> ScalarQuery.of(database, function, Integer.class).getSingleResult());
    }
}
