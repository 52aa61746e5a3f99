package ee.sild.platform.job;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.transaction.Status;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Processes due items in batches. A failed item does not stop the others. */
public final class BatchRunner {

    /** The size of a batch. */
    public static final int AT_ONCE = 100;

    private BatchRunner() {}

    /** Runs until nothing is due. A failed item is retried next time. */
    public static void forEachDue(Supplier<List<UUID>> due, Consumer<UUID> process) {
        List<UUID> batch;
        int processed;
        do {
            batch = read(due);
            processed = processEach(
                    batch,
                    process,
                    (id, e) -> Log.errorf(e, "The clock of %s could not be run; it is tried again", id));
        } while (processed > 0 && batch.size() == AT_ONCE);
    }

    /** Processes what is due now, once. Each item has its own transactions, unless there is one already. */
    public static void forEach(
            Supplier<List<UUID>> due, Consumer<UUID> process, BiConsumer<UUID, RuntimeException> onFailure) {
        processEach(read(due), process, onFailure);
    }

    private static List<UUID> read(Supplier<List<UUID>> due) {
        return QuarkusTransaction.joiningExisting().call(due::get);
    }

    private static int processEach(
            List<UUID> batch, Consumer<UUID> process, BiConsumer<UUID, RuntimeException> onFailure) {
        int processed = 0;
        for (UUID id : batch) {
            try {
                process.accept(id);
                flushWithinTransaction();
                processed++;
            } catch (RuntimeException e) {
                onFailure.accept(id, e);
            }
        }
        return processed;
    }

    /** The next item clears the session. Without an enclosing transaction, the item has been committed already. */
    private static void flushWithinTransaction() {
        if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
            Panache.getSession().flush();
        }
    }
}
