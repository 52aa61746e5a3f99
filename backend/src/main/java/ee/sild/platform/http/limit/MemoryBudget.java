package ee.sild.platform.http.limit;

import java.util.concurrent.atomic.AtomicLong;

/** Limits how many bytes are held at the same time. */
final class MemoryBudget {

    private final AtomicLong left;

    MemoryBudget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Reserves this many bytes, or none if fewer are left. */
    boolean reserve(long bytes) {
        long before;
        do {
            before = left.get();
            if (before < bytes) {
                return false;
            }
        } while (!left.compareAndSet(before, before - bytes));
        return true;
    }

    void release(long bytes) {
        left.addAndGet(bytes);
    }
}
