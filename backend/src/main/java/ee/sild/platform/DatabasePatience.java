package ee.sild.platform;

import java.time.Duration;

import io.vertx.ext.web.RoutingContext;

/** How long a user of the database waits for one answer of it, whatever keeps it from answering. */
public final class DatabasePatience {

    /** A client has its answer within five seconds, if only that the database is not available. */
    static final Duration REQUEST = Duration.ofSeconds(4);
    private static final Duration LEAST = Duration.ofSeconds(1);
    /** More than the database lets any statement run. */
    private static final Duration JOB = Duration.ofSeconds(40);
    private static final String STARTED = "sild.started";
    private static final ScopedValue<Duration> CHOSEN = ScopedValue.newInstance();

    private DatabasePatience() {
    }

    /** Does work that no client waits for, whose statements may take long. */
    public static <T, X extends Throwable> T patiently(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CHOSEN, JOB).call(work);
    }

    /** The request has arrived as a whole, and its work begins now. */
    static void start(RoutingContext request) {
        request.put(STARTED, System.nanoTime());
    }

    /** @param request null outside of any */
    static Duration left(RoutingContext request) {
        if (CHOSEN.isBound()) {
            return CHOSEN.get();
        }
        Long started = request == null ? null : request.get(STARTED);
        Duration left = started == null ? REQUEST : REQUEST.minusNanos(System.nanoTime() - started);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
}
