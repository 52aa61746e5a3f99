package ee.sild.platform.database;

import java.time.Duration;

import io.vertx.ext.web.RoutingContext;

/** How long a request or job waits for the database, whatever the reason for the delay. */
public final class DatabaseTimeouts {

    /** A client gets a response within five seconds, even if only that the database is not available. */
    public static final Duration REQUEST = Duration.ofSeconds(4);
    /** Waits longer than the statement timeout: a slow statement ends in the database, and the connection is kept. */
    public static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final String STARTED = "sild.started";
    private static final ScopedValue<Boolean> PATIENT = ScopedValue.newInstance();

    private DatabaseTimeouts() {}

    /** Runs work that no client waits for: statements may take as long as the database allows. */
    public static <T, X extends Throwable> T patiently(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(PATIENT, true).call(work);
    }

    /** Marks the start of processing, when the request has arrived completely. */
    public static void start(RoutingContext request) {
        request.put(STARTED, System.nanoTime());
    }

    /**
     * The time that a request has left for the database.
     *
     * @param request null outside of a request
     */
    public static Duration left(RoutingContext request) {
        Long started = request == null ? null : request.get(STARTED);
        Duration left = started == null ? REQUEST : REQUEST.minusNanos(System.nanoTime() - started);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    /**
     * Whether a statement may take longer than a client usually waits, as in a job or a request with an extended limit.
     */
    public static boolean isExceededBy(Duration limit, RoutingContext request) {
        return (request != null || PATIENT.isBound()) && limit.plus(MARGIN).compareTo(REQUEST) > 0;
    }
}
