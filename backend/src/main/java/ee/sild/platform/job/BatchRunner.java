package ee.sild.platform.job;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Processes due items in batches. */
public final class BatchRunner {

    /** The size of a batch. */
    public static final int AT_ONCE = 100;

    private BatchRunner() {}

    /** Runs until nothing is due. A failed item is retried next time and does not stop the others. */
    public static void forEachDue(Supplier<List<UUID>> due, Consumer<UUID> move) {
        List<UUID> some;
        boolean moved;
        do {
            some = QuarkusTransaction.requiringNew().call(due::get);
            moved = false;
            for (UUID id : some) {
                try {
                    move.accept(id);
                    moved = true;
                } catch (RuntimeException e) {
                    Log.errorf(e, "The clock of %s could not be run; it is tried again", id);
                }
            }
        } while (moved && some.size() == AT_ONCE);
    }
}
