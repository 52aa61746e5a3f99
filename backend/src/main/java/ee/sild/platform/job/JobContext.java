package ee.sild.platform.job;

import java.util.function.Supplier;

import io.quarkus.arc.Arc;

import ee.sild.platform.database.DatabaseTimeouts;
import ee.sild.platform.security.DatabaseActor;

/** What a thread needs to work for a job: it acts as the system, and its statements may take long. */
final class JobContext {

    private JobContext() {}

    static <T> T call(Supplier<T> work) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            return DatabaseActor.SYSTEM.act(() -> DatabaseTimeouts.patiently(work::get));
        } finally {
            request.terminate();
        }
    }
}
