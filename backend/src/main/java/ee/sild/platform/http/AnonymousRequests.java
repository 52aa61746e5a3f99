package ee.sild.platform.http;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

import ee.sild.platform.database.DatabaseTimeouts;
import ee.sild.platform.http.limit.KnownDevices;
import ee.sild.platform.problem.Unavailable;
import ee.sild.platform.security.AnonymousOperations;

/**
 * Limits how many anonymous operations run at the same time, so that many of them, such as attempts to sign in, leave
 * the processors to other requests. The rest wait without a thread or a connection; browsers in which somebody has
 * signed in before and network addresses take turns.
 */
@Provider
@NonBlocking
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION + 1)
class AnonymousRequests implements ResteasyReactiveContainerRequestFilter {

    /**
     * A request is refused when none has ended for this long: the database may be unavailable. With the time that it
     * would then have for the database, it is answered within five seconds.
     */
    private static final Duration STALLED = Duration.ofMillis(1_250);

    /** A request is refused after this time in any case. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration CHECK_EVERY = Duration.ofMillis(250);
    private static final int MOST = Runtime.getRuntime().availableProcessors();

    private final FairPermits permits = new FairPermits(MOST, MOST);
    private final CurrentVertxRequest current;
    private final ResourceInfo operation;
    private final KnownDevices devices;
    private volatile long lastEnd = System.nanoTime();

    AnonymousRequests(CurrentVertxRequest current, ResourceInfo operation, KnownDevices devices) {
        this.current = current;
        this.operation = operation;
        this.devices = devices;
    }

    /** Runs when the body was read. */
    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        if (!AnonymousOperations.include(operation)) {
            return;
        }
        RoutingContext route = current.getCurrent();
        DatabaseTimeouts.start(route);
        var permit = permits.forCaller(devices.of(route.request())
                .orElseGet(() -> route.request().remoteAddress().hostAddress()));
        Runnable giveUp = () -> {
            if (permit.giveUp()) {
                request.resume(new Unavailable(new TimeoutException("Too many anonymous requests")));
            }
        };
        request.suspend();
        Vertx vertx = route.vertx();
        Context connection = vertx.getOrCreateContext();
        long arrival = System.nanoTime();
        long timer = vertx.setPeriodic(CHECK_EVERY.toMillis(), check -> {
            if (hasWaitedTooLong(arrival)) {
                giveUp.run();
            }
        });
        route.addEndHandler(answered -> {
            vertx.cancelTimer(timer);
            giveUp.run();
            if (permit.isHeld()) {
                lastEnd = System.nanoTime();
            }
            permit.release();
        });
        permit.ask(() -> {
            vertx.cancelTimer(timer);
            connection.runOnContext(granted -> request.resume());
        });
    }

    private boolean hasWaitedTooLong(long arrival) {
        long now = System.nanoTime();
        return now - arrival > LONGEST.toNanos() || Math.min(now - arrival, now - lastEnd) > STALLED.toNanos();
    }
}
