package ee.sild.notification.live;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;

/**
 * The stream of changes, in an order into which nothing is inserted later: a change counts once all transactions that
 * began before its own have ended. A position is {@code transaction.change}.
 */
@ApplicationScoped
class LiveChanges {

    static final int AT_A_TIME = 200;

    private static final Pattern POSITION = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");
    private static final String SETTLED = "tx < cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)";
    private static final String LATEST =
            "select tx || '.' || id from live_change where " + SETTLED + " order by tx desc, id desc limit 1";
    private static final String AFTER = """
            select tx || '.' || id as position, kind, opportunity_id from live_change
             where (tx, id) > (:tx, :id) and\s""" + SETTLED + " order by tx, id limit " + AT_A_TIME;
    private static final String KEPT = "select exists (select from live_change where (tx, id) <= (:tx, :id))";

    private final EntityManager database;
    private volatile String latest = "0.0";

    LiveChanges(EntityManager database) {
        this.database = database;
    }

    /** Each instance checks for new changes once a second, for all its connected clients. */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    @ActivateRequestContext
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            latest = QuarkusTransaction.requiringNew().call(this::newest);
        } catch (RuntimeException gone) {
            Log.debug("Changes are not streamed while the database is unavailable", gone);
        }
    }

    /** The position of the last change known to this instance. */
    String latest() {
        return latest;
    }

    /** The position from which a new client gets changes. */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    @Transactional
    String now() {
        return newest();
    }

    private String newest() {
        return ScalarQuery.of(database, LATEST, String.class)
                .getResultStream()
                .findFirst()
                .orElse("0.0");
    }

    /** Whether all changes after this position are still stored. */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    @Transactional
    boolean isKept(String position) {
        var parts = POSITION.matcher(position);
        return parts.matches()
                && (position.equals("0.0")
                        || ScalarQuery.of(database, KEPT, Boolean.class)
                                .setParameter("tx", Long.valueOf(parts.group(1)))
                                .setParameter("id", Long.valueOf(parts.group(2)))
                                .getSingleResult());
    }

    /** The changes after a position that the caller may see. */
    @Transactional
    List<LiveChange> after(String position) {
        var parts = POSITION.matcher(position);
        var changes = new ArrayList<LiveChange>();
        if (parts.matches()) {
            for (Object row : database.createNativeQuery(AFTER, Tuple.class)
                    .setParameter("tx", Long.valueOf(parts.group(1)))
                    .setParameter("id", Long.valueOf(parts.group(2)))
                    .getResultList()) {
                var change = (Tuple) row;
                changes.add(new LiveChange(
                        change.get("position", String.class),
                        change.get("kind", String.class),
                        change.get("opportunity_id", UUID.class)));
            }
        }
        return changes;
    }
}
