package ee.sild.platform.http;

import java.util.concurrent.Callable;

import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Moves reads to a worker thread before they are authenticated. Authentication and the operation both wait for the
 * database, and would otherwise change threads for each.
 */
class ReadThreads {

    void register(@Observes Router router) {
        router.route("/api/*")
                .order(-8_000)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(ReadThreads::move);
    }

    private static void move(RoutingContext read) {
        if (mayHaveBody(read.request())) {
            // A body that arrives slowly must not occupy a thread.
            read.next();
            return;
        }
        Callable<Void> rest = () -> {
            read.next();
            return null;
        };
        read.vertx().executeBlocking(rest, false);
    }

    /** HTTP/1 announces a body, HTTP/2 may not. */
    private static boolean mayHaveBody(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
