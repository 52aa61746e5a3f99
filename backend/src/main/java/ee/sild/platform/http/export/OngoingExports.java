package ee.sild.platform.http.export;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import ee.sild.platform.database.ExportSettings;
import ee.sild.platform.database.OngoingRead;

/** Breaks off exports that take too long or whose client does not read: they hold a connection and a permit. */
@ApplicationScoped
class OngoingExports {

    private final ExportSettings settings;
    private final CurrentVertxRequest request;
    private final Vertx vertx;

    OngoingExports(ExportSettings settings, CurrentVertxRequest request, Vertx vertx) {
        this.settings = settings;
        this.request = request;
        this.vertx = vertx;
    }

    /** How long the transaction of an export may take: it has been broken off before. */
    Duration transaction() {
        return settings.longest().plus(settings.stalled()).plus(settings.stalled());
    }

    /** Begins the export that is the response to the current request. */
    Export begin() {
        return new Export(request.getCurrent());
    }

    /** One export. */
    final class Export implements AutoCloseable {

        private final OngoingRead read;
        private final HttpServerResponse response;
        private final long begun = System.nanoTime();
        private final long timer;
        private volatile long rows;
        private long rowsBefore;

        private Export(RoutingContext current) {
            read = OngoingRead.of(current);
            response = current.response();
            timer = vertx.setPeriodic(settings.stalled().toMillis(), tick -> check());
        }

        boolean isFirst() {
            return rows == 0;
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // Only one thread writes.
        void progress() {
            rows++;
        }

        private void check() {
            boolean stalled = rows > 0 && rows == rowsBefore;
            rowsBefore = rows;
            if (stalled || System.nanoTime() - begun > settings.longest().toNanos()) {
                Log.warnf(
                        "An export is broken off after %d rows: %s",
                        rows, stalled ? "its client does not read" : "it takes too long");
                response.reset();
            }
        }

        /** Breaks the connection, so that the client does not take the rows so far for the whole list. */
        void breakOff(Throwable failure) {
            if (!read.isLeft() && !response.closed()) {
                Log.errorf(failure, "An export is broken off after %d rows", rows);
            }
            response.reset();
        }

        @Override
        public void close() {
            vertx.cancelTimer(timer);
        }
    }
}
