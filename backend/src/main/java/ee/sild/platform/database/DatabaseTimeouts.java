package ee.sild.platform.database;

import java.time.Duration;

import io.vertx.ext.web.RoutingContext;

/** How long a user of the database waits for one answer of it, whatever keeps it from answering. */
public final class DatabaseTimeouts {

    /** A client has its answer within five seconds, if only that the database is not available. */
    public static final Duration REQUEST = Duration.ofSeconds(4);
    /**
     * Longer than the database lets the statement run: a statement that is too slow ends there, and the connection is
     * kept.
     */
    public static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final String STARTED = "sild.started";
    private static final ScopedValue<Boolean> PATIENT = ScopedValue.newInstance();

    private DatabaseTimeouts() {}

    /** Does work that no client waits for: its statements may take as long as the database lets them. */
    public static <T, X extends Throwable> T patiently(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(PATIENT, true).call(work);
    }

    /** The request has arrived as a whole, and its work begins now. */
    public static void start(RoutingContext request) {
        request.put(STARTED, System.nanoTime());
    }

    /**
     * The time that is left for the database in a request.
     *
     * @param request null outside of any
     */
    public static Duration left(RoutingContext request) {
        Long started = request == null ? null : request.get(STARTED);
        Duration left = started == null ? REQUEST : REQUEST.minusNanos(System.nanoTime() - started);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    /**
     * Whether a statement may take longer than a client usually waits: of a job, or of a request that was given more
     * time.
     */
    public static boolean isExceededBy(Duration limit, RoutingContext request) {
        return (request != null || PATIENT.isBound()) && limit.plus(MARGIN).compareTo(REQUEST) > 0;
    }
}
