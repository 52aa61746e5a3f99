package ee.sild.opportunity.list;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.job.Job;

/**
 * Determines the alerts of listed opportunities again when time passes. Lists opportunities again whose partner,
 * customer or user was renamed, and all of them after an upgrade or a change of the policy.
 */
@ApplicationScoped
class ListingJob implements Job {

    private static final int AT_ONCE = 500;

    private final EntityManager database;
    private final Clock clock;

    ListingJob(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "refresh-listing";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        var now = clock.instant();
        int examined;
        do {
            examined = QuarkusTransaction.joiningExisting().call(() -> refresh(now));
        } while (examined > 0);
    }

    private int refresh(Instant now) {
        return ScalarQuery.of(database, "select refresh_listing(:now, :most)", Integer.class)
                .setParameter("now", now)
                .setParameter("most", AT_ONCE)
                .getSingleResult();
    }
}
