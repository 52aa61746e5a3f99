package ee.sild.platform.database;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;

/** A read-only transaction that sees the database as it was at one moment, however long it takes. */
@ApplicationScoped
public class Snapshot {

    private final Session session;
    private final StatementSettings limits;

    Snapshot(Session session, StatementSettings limits) {
        this.session = session;
        this.limits = limits;
    }

    /**
     * Runs a read.
     *
     * @param longest after this time the transaction is rolled back, so it must be more than the read can take
     */
    public void read(Duration longest, Runnable work) {
        ScopedValue.where(SnapshotConnection.WANTED, true)
                .run(() -> QuarkusTransaction.requiringNew()
                        .timeout(Math.toIntExact(longest.toSeconds()))
                        .run(work));
    }

    /** From now on, statements and fetches have the same limit as those of other reads. */
    public void limitStatements() {
        ScalarQuery.of(session, "select set_config('statement_timeout', :limit, true)", String.class)
                .setParameter("limit", Long.toString(limits.read().toMillis()))
                .getSingleResult();
    }
}
