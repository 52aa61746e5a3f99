package ee.sild.platform.http.limit;

import io.github.bucket4j.Bucket;
import io.quarkus.arc.Arc;

/** A caller that has sent too many requests to another instance. */
public final class ExhaustedCaller implements AutoCloseable {

    private final RequestLimits limits =
            Arc.container().instance(RequestLimits.class).get();
    private final String caller;
    private final Bucket shared;

    /** @param caller an ID or a network address */
    public ExhaustedCaller(String caller) {
        this.caller = caller;
        this.shared = limits.shared(caller);
        shared.consumeIgnoringRateLimits(2_000_000);
        settle();
    }

    private void settle() {
        limits.take(caller);
        limits.settle();
    }

    @Override
    public void close() {
        shared.reset();
        settle();
    }
}
