package ee.sild.platform.http.limit;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

import ee.sild.platform.problem.Unavailable;
import ee.sild.platform.security.CurrentUser;

/**
 * Limits the memory that files take until their clients have read them, in all and for each user, and the time that a
 * client has. What a client reads slowly would otherwise fill the heap.
 */
@ApplicationScoped
public class SlowReaders {

    private static final Duration CHECKED_EVERY = Duration.ofMillis(250);
    private static final int USERS_WITH_A_FULL_SHARE = 4;

    private final long all = Runtime.getRuntime().maxMemory() / 8;
    private final MemoryBudget budget = new MemoryBudget(all);
    private final ConcurrentMap<UUID, MemoryBudget> shares = new ConcurrentHashMap<>();
    private final CurrentVertxRequest current;
    private final CurrentUser user;
    private final LimitSettings limits;

    SlowReaders(CurrentVertxRequest current, CurrentUser user, LimitSettings limits) {
        this.current = current;
        this.user = user;
        this.limits = limits;
    }

    /** Reserves the memory for the response to the current request, before it is read from the database. */
    public void reserve(int bytes) {
        UUID reader = user.id();
        var share = shares.computeIfAbsent(reader, first -> new MemoryBudget(all / USERS_WITH_A_FULL_SHARE));
        if (!share.reserve(bytes)) {
            throw new Unavailable(new IOException("The user reads too many files at the same time"));
        }
        if (!budget.reserve(bytes)) {
            share.release(bytes);
            throw new Unavailable(new IOException("Too many files are read at the same time"));
        }
        RoutingContext request = current.getCurrent();
        long begun = System.nanoTime();
        request.vertx().setPeriodic(CHECKED_EVERY.toMillis(), timer -> {
            boolean late = System.nanoTime() - begun > limits.fileTimeout().toNanos();
            if (late) {
                request.request().connection().close();
            }
            if (late || isRead(request)) {
                request.vertx().cancelTimer(timer);
                share.release(bytes);
                budget.release(bytes);
            }
        });
    }

    /** Whether the operating system has the rest of the response, or nobody reads it any more. */
    private static boolean isRead(RoutingContext request) {
        var response = request.response();
        var channel = ((ConnectionBase) request.request().connection()).channel();
        // Over HTTP/2 a response that is read is closed; over HTTP/1.1 the connection stays open for the next request.
        boolean isSent = response.ended() && request.request().version() != HttpVersion.HTTP_2 && channel.isWritable();
        return isSent || response.closed() || !channel.isActive();
    }
}
