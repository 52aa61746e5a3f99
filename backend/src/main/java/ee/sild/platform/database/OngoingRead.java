package ee.sild.platform.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import org.postgresql.PGConnection;

/**
 * A request that changes nothing, and the connections that it holds: when its client leaves, nobody needs the rest of
 * its statements.
 */
public final class OngoingRead {

    private static final Duration AGAIN = Duration.ofMillis(100);

    private final Set<PGConnection> held = new HashSet<>();
    private Runnable whenLeft = () -> {};
    private boolean counted;
    private boolean whole;
    private boolean left;

    private OngoingRead() {}

    static void begin(RoutingContext request) {
        var read = new OngoingRead();
        request.put(OngoingRead.class.getName(), read);
        request.addEndHandler(end -> {
            if (end.failed()) {
                read.leave();
            }
        });
    }

    /** Null for a request that may change something. */
    public static OngoingRead of(RoutingContext request) {
        return request.get(OngoingRead.class.getName());
    }

    /** Whether nobody waits for the answer any more. */
    public synchronized boolean isLeft() {
        return left;
    }

    /**
     * It has been counted against its caller's limits, which leaving does not undo: from here on it ends when its
     * client leaves.
     */
    synchronized void counted() {
        counted = true;
    }

    /** Its statements may take as long as those of a table. */
    public synchronized void whole() {
        whole = true;
    }

    public synchronized boolean isWhole() {
        return whole;
    }

    public synchronized void hold(PGConnection connection) {
        if (counted) {
            held.add(connection);
            endStatements();
        }
    }

    /** Waits for a cancellation that is under way, so that it never meets whoever uses the connection next. */
    public synchronized void release(PGConnection connection) {
        held.remove(connection);
        notifyAll();
    }

    /** What to do when the client leaves, instead of waiting on. */
    public void whenLeft(Runnable then) {
        boolean late;
        synchronized (this) {
            whenLeft = then;
            late = left;
        }
        if (late) {
            then.run();
        }
    }

    private void leave() {
        Runnable then;
        synchronized (this) {
            left = true;
            then = whenLeft;
            endStatements();
        }
        then.run();
    }

    private void endStatements() {
        if (left && !held.isEmpty()) {
            Thread.startVirtualThread(this::cancel);
        }
    }

    /** Again and again until it has given its connections back: between two statements there is nothing to cancel. */
    private synchronized void cancel() {
        try {
            while (!held.isEmpty()) {
                for (PGConnection connection : held) {
                    connection.cancelQuery();
                }
                wait(AGAIN.toMillis());
            }
        } catch (SQLException e) {
            Log.debug("A statement could not be cancelled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
