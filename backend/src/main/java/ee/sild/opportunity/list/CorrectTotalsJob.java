package ee.sild.opportunity.list;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.job.Job;

/**
 * Compares all totals with the opportunities that they count, every day, in short transactions. A difference is an
 * error of the application: it is logged and corrected.
 */
@ApplicationScoped
class CorrectTotalsJob implements Job {

    private static final int PARTNERS_AT_ONCE = 50;
    private static final String NEXT = """
            select id from partner where cast(:after as uuid) is null or id > :after order by id limit :most""";
    private static final String CORRECT = "select correct_opportunity_totals(:viewers, cast(:status as text))";

    private final Session database;

    CorrectTotalsJob(Session database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "correct-totals";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        int wrong = 0;
        for (var status : OpportunityStatus.values()) {
            wrong += inTransaction(List.of(ListedOpportunity.VENDOR), status.name());
        }
        List<UUID> partners = next(null);
        while (!partners.isEmpty()) {
            wrong += inTransaction(partners, null);
            partners = next(partners.getLast());
        }
        if (wrong > 0) {
            Log.errorf("%d totals of opportunities were wrong and have been corrected", wrong);
        }
    }

    private List<UUID> next(UUID after) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> ScalarQuery.of(database, NEXT, UUID.class)
                        .setParameter("after", after)
                        .setParameter("most", PARTNERS_AT_ONCE)
                        .getResultList());
    }

    private int inTransaction(List<UUID> viewers, String status) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> ScalarQuery.of(database, CORRECT, Integer.class)
                        .setParameter("viewers", viewers.toArray(UUID[]::new))
                        .setParameter("status", status)
                        .getSingleResult());
    }
}
