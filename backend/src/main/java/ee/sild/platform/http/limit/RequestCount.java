package ee.sild.platform.http.limit;

import java.util.concurrent.atomic.AtomicLong;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;

/**
 * The requests of one caller: counted in memory, and settled with the bucket that all instances share. Until then, an
 * instance does not know what the caller has used elsewhere.
 */
final class RequestCount {

    private final String caller;
    private final Bucket here;
    private final AtomicLong unsettled = new AtomicLong();
    private volatile boolean used;

    RequestCount(String caller, BucketConfiguration limit) {
        this.caller = caller;
        var bucket = Bucket.builder();
        for (Bandwidth bandwidth : limit.getBandwidths()) {
            bucket.addLimit(bandwidth);
        }
        this.here = bucket.build();
    }

    String caller() {
        return caller;
    }

    ConsumptionProbe take() {
        ConsumptionProbe probe = here.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            unsettled.incrementAndGet();
        }
        used = true;
        return probe;
    }

    /** Whether there were requests since it was settled. */
    boolean isUsed() {
        return used;
    }

    /** Adds the requests to the shared bucket, and continues with what is left there. */
    synchronized void settle(Bucket shared) {
        used = false;
        long taken = unsettled.getAndSet(0);
        long left;
        try {
            left = taken == 0 ? shared.getAvailableTokens() : left(shared, taken);
        } catch (RuntimeException notSettled) {
            unsettled.addAndGet(taken);
            used = true;
            throw notSettled;
        }
        long missing = here.getAvailableTokens() - (left - unsettled.get());
        if (missing > 0) {
            here.consumeIgnoringRateLimits(missing);
        } else if (missing < 0) {
            here.addTokens(-missing);
        }
    }

    private static long left(Bucket shared, long taken) {
        return shared.asVerbose()
                .consumeIgnoringRateLimits(taken)
                .getDiagnostics()
                .getAvailableTokens();
    }
}
