package ee.sild.platform.http.limit;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;

/**
 * Limits the requests per minute of each caller. No request waits for the database: each instance counts in memory and
 * settles with the others every second, so they agree after two.
 */
@ApplicationScoped
class RequestLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 20_000;
    private static final int MOST_EVICTED = 1_000;

    private final SharedBuckets buckets;
    private final BucketConfiguration limit;
    private final Cache<String, RequestCount> counts;
    private final BlockingQueue<RequestCount> evicted = new ArrayBlockingQueue<>(MOST_EVICTED);

    @Inject
    RequestLimits(SharedBuckets buckets, LimitSettings limits) {
        this(buckets, limits.requests());
    }

    RequestLimits(SharedBuckets buckets, int perMinute) {
        this.buckets = buckets;
        this.limit = SharedBuckets.limit(perMinute, MINUTE);
        // After two minutes a limit that was used up twice is available again.
        this.counts = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .evictionListener(this::evict)
                .build();
    }

    private void evict(String caller, RequestCount count, RemovalCause cause) {
        if (count.isUsed() && !evicted.offer(count)) {
            Log.debugf("Requests of %s are not settled", caller);
        }
    }

    /**
     * Takes one request from the limit of a caller.
     *
     * @param caller an ID, or else a network address
     */
    ConsumptionProbe take(String caller) {
        return counts.get(caller, first -> new RequestCount(first, limit)).take();
    }

    long perMinute() {
        return limit.getBandwidths()[0].getCapacity();
    }

    /** Runs on each instance. If the database is not available, callers keep what the instance knows of them. */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void settle() {
        try {
            for (RequestCount count = evicted.peek(); count != null; count = evicted.peek()) {
                settle(count);
                evicted.remove(count);
            }
            counts.asMap().values().stream().filter(RequestCount::isUsed).forEach(this::settle);
        } catch (RuntimeException unavailable) {
            Log.debug("Requests are settled later", unavailable);
        }
    }

    private void settle(RequestCount count) {
        count.settle(shared(count.caller()));
    }

    /** What the caller may still use on all instances. A bucket keeps its limit, so another limit has other buckets. */
    Bucket shared(String caller) {
        return buckets.get("requests " + perMinute() + " " + caller, limit);
    }

    void stop(@Observes ShutdownEvent stopped) {
        settle();
    }
}
