package ee.sild.notification.live;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

import ee.sild.platform.problem.TooMany;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.Caller;
import ee.sild.platform.security.DatabaseActor;

/**
 * The streams that are open on this instance. A user has at most ten, and a stream ends when its caller loses access or
 * has another role.
 */
@ApplicationScoped
class OpenStreams {

    private static final int MOST = 10;
    private static final long RETRY_AFTER_SECONDS = 5;
    private static final String OPEN = """
            select id, user_id, role, partner_id from open_session where id = any (:sessions) and expires_at > :now""";

    private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();
    private final EntityManager database;
    private final Clock clock;

    OpenStreams(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One stream, until it is closed. */
    final class OpenStream implements AutoCloseable {

        private final Caller caller;
        private volatile boolean ended;

        private OpenStream(Caller caller) {
            this.caller = caller;
        }

        /** Whether the caller has lost access since the stream was opened. */
        boolean hasEnded() {
            return ended;
        }

        @Override
        public void close() {
            streams.remove(this);
        }
    }

    /** What decides whether a stream may go on. */
    private record Access(UUID user, String role, UUID partner) {}

    /** Opens a stream. Throws if the caller has too many. */
    synchronized OpenStream open(Caller caller) {
        long own = streams.stream()
                .filter(stream -> stream.caller.id().equals(caller.id()))
                .count();
        if (own >= MOST) {
            throw new TooMany("too-many-requests", TimeUnit.SECONDS.toNanos(RETRY_AFTER_SECONDS));
        }
        var stream = new OpenStream(caller);
        streams.add(stream);
        return stream;
    }

    /** One query for all streams. While the database is not available, no stream shows anything. */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    @ActivateRequestContext
    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void endThoseWithoutAccess() {
        if (streams.isEmpty()) {
            return;
        }
        try {
            Set<OpenStream> checked = Set.copyOf(streams);
            Map<UUID, Access> open = QuarkusTransaction.requiringNew().call(() -> open(checked));
            for (OpenStream stream : checked) {
                var caller = stream.caller;
                var access = new Access(caller.id(), caller.role().name(), caller.partnerId());
                stream.ended = !access.equals(open.get(caller.sessionId()));
            }
        } catch (RuntimeException unavailable) {
            Log.debug("Streams are checked later", unavailable);
        }
    }

    private Map<UUID, Access> open(Set<OpenStream> streams) {
        var sessions = streams.stream()
                .map(stream -> stream.caller.sessionId())
                .distinct()
                .toArray(UUID[]::new);
        var open = new HashMap<UUID, Access>();
        for (Object found : database.createNativeQuery(OPEN, Tuple.class)
                .setParameter("sessions", sessions)
                .setParameter("now", clock.instant())
                .getResultList()) {
            var row = (Tuple) found;
            open.put(
                    row.get("id", UUID.class),
                    new Access(
                            row.get("user_id", UUID.class),
                            row.get("role", String.class),
                            row.get("partner_id", UUID.class)));
        }
        return open;
    }
}
