package ee.sild.platform.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import org.postgresql.PGConnection;

/** A read-only request and its database connections. When its client disconnects, its statements are cancelled. */
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
            // A response that is streamed replaces the handler by which a closed connection is seen as a failure.
            if (end.failed() || !request.response().ended()) {
                read.leave();
            }
        });
    }

    /** Null for a request that may change data. */
    public static OngoingRead of(RoutingContext request) {
        return request.get(OngoingRead.class.getName());
    }

    /** Whether the client has disconnected. */
    public synchronized boolean isLeft() {
        return left;
    }

    /**
     * Marks the request as counted against its caller's limits. From now on it ends when its client disconnects: that
     * does not undo the count.
     */
    synchronized void counted() {
        counted = true;
    }

    /** Its statements may take as long as those of an export. */
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

    /** Waits for a running cancellation, so that it cannot hit the next user of the connection. */
    public synchronized void release(PGConnection connection) {
        held.remove(connection);
        notifyAll();
    }

    /** Sets what to do when the client disconnects. */
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

    /** Repeats until all connections are released: between two statements there is nothing to cancel. */
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
