package ee.sild.platform.job;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import jakarta.transaction.Status;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

import static java.util.stream.Collectors.partitioningBy;

/** Processes due items in batches and short transactions. A failed item does not stop the others. */
public final class BatchRunner {

    /** The size of a batch. */
    public static final int AT_ONCE = 100;

    private static final int MOST_AT_ONCE = 3_000;

    /** After this time a transaction takes no further item: others wait for its locks. */
    private static final Duration TOGETHER = Duration.ofMillis(250);

    private BatchRunner() {}

    /**
     * Runs until nothing is due, with several items in a transaction, or all in the one that there is already. A failed
     * item is retried next time.
     */
    public static void forEachDue(Supplier<List<UUID>> due, Consumer<UUID> process) {
        untilNothingIsDue(due, batch -> processTogether(batch, process), process);
    }

    /**
     * The same with two transactions at a time.
     *
     * @param locked what an item locks first: items that lock the same are processed one after the other
     */
    public static <T> void forEachDueInParallel(Supplier<List<T>> due, Function<T, UUID> locked, Consumer<T> process) {
        untilNothingIsDue(due, batch -> processInParallel(batch, locked, process), process);
    }

    private static <T> void untilNothingIsDue(
            Supplier<List<T>> due, ToIntFunction<List<T>> processBatch, Consumer<T> process) {
        List<T> batch;
        int processed;
        do {
            batch = read(due);
            processed = isWithinTransaction()
                    ? processEach(batch, process, BatchRunner::log)
                    : processBatch.applyAsInt(batch);
        } while (processed > 0 && batch.size() == AT_ONCE);
    }

    /** Processes what is due now, once. Each item has its own transactions, unless there is one already. */
    public static void forEach(
            Supplier<List<UUID>> due, Consumer<UUID> process, BiConsumer<UUID, RuntimeException> onFailure) {
        processEach(read(due), process, onFailure);
    }

    /**
     * Changes many rows in short transactions, or in the one that there is already.
     *
     * @param most the number of rows in a transaction
     * @param change changes at most so many rows, and returns how many
     */
    public static void inSlices(int most, IntUnaryOperator change) {
        int changed;
        do {
            changed = QuarkusTransaction.joiningExisting().call(() -> change.applyAsInt(most));
        } while (changed == most);
    }

    /**
     * Deletes or changes many rows in short transactions, or in the one that there is already. Their number of rows
     * follows their duration, so that a slow database or a wide row does not make them long.
     *
     * @param change changes at most so many rows, and returns how many
     * @return how many were changed
     */
    public static long inShortTransactions(IntUnaryOperator change) {
        long all = 0;
        int most = AT_ONCE;
        int rows;
        int changed;
        do {
            rows = most;
            long begin = System.nanoTime();
            int atMost = rows;
            changed = QuarkusTransaction.joiningExisting().call(() -> change.applyAsInt(atMost));
            most = next(rows, System.nanoTime() - begin);
            all += changed;
        } while (changed >= rows);
        return all;
    }

    private static int next(int rows, long nanoseconds) {
        if (nanoseconds < TOGETHER.toNanos() / 2) {
            return Math.min(rows * 2, MOST_AT_ONCE);
        }
        return nanoseconds < TOGETHER.toNanos() ? rows : Math.max(rows / 2, 1);
    }

    private static <T> List<T> read(Supplier<List<T>> due) {
        return QuarkusTransaction.joiningExisting().call(due::get);
    }

    private static <T> int processInParallel(List<T> batch, Function<T, UUID> locked, Consumer<T> process) {
        var parts =
                batch.stream().collect(partitioningBy(item -> locked.apply(item).hashCode() % 2 == 0));
        try (var other = Executors.newSingleThreadExecutor()) {
            var others = other.submit(() -> JobContext.call(() -> processTogether(parts.get(true), process)));
            return processTogether(parts.get(false), process) + others.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static <T> int processTogether(List<T> batch, Consumer<T> process) {
        int processed = 0;
        for (int next = 0; next < batch.size(); ) {
            var group = new Group<>(batch.subList(next, batch.size()), process);
            processed += group.run();
            next += group.taken;
        }
        return processed;
    }

    private static <T> int processEach(List<T> batch, Consumer<T> process, BiConsumer<T, RuntimeException> onFailure) {
        int processed = 0;
        for (T item : batch) {
            try {
                process.accept(item);
                flushWithinTransaction();
                processed++;
            } catch (RuntimeException e) {
                onFailure.accept(item, e);
            }
        }
        return processed;
    }

    private static void log(Object item, RuntimeException failure) {
        Log.errorf(failure, "The clock of %s could not be run; it is tried again", item);
    }

    /** The next item clears the session. Without an enclosing transaction, the item has been committed already. */
    private static void flushWithinTransaction() {
        if (isWithinTransaction()) {
            Panache.getSession().flush();
        }
    }

    private static boolean isWithinTransaction() {
        return QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE;
    }

    /** The items of one transaction. If one fails, each is processed again on its own. */
    private static final class Group<T> {

        private final List<T> items;
        private final Consumer<T> process;
        private int taken;

        Group(List<T> items, Consumer<T> process) {
            this.items = items;
            this.process = process;
        }

        /** Returns how many were processed. */
        int run() {
            try {
                QuarkusTransaction.requiringNew().run(this::takeWhileShort);
                return taken;
            } catch (RuntimeException e) {
                Log.debug("Items are processed one by one", e);
                return processEach(items.subList(0, taken), process, BatchRunner::log);
            }
        }

        private void takeWhileShort() {
            long end = System.nanoTime() + TOGETHER.toNanos();
            do {
                process.accept(items.get(taken++));
                Panache.getSession().flush();
                Panache.getSession().clear();
            } while (taken < items.size() && System.nanoTime() < end);
        }
    }
}
