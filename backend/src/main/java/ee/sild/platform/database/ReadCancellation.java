package ee.sild.platform.database;

import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Priorities;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Detects when the client of a read disconnects. */
class ReadCancellation {

    private final CurrentVertxRequest request;

    ReadCancellation(CurrentVertxRequest request) {
        this.request = request;
    }

    void register(@Observes Router router) {
        router.route("/api/*")
                .order(Integer.MIN_VALUE + 2)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(read -> {
                    OngoingRead.begin(read);
                    read.next();
                });
    }

    /** Runs after the request was counted against its caller's limits. */
    @ServerRequestFilter(priority = Priorities.USER + 50)
    void counted() {
        OngoingRead read = OngoingRead.of(request.getCurrent());
        if (read != null) {
            read.counted();
        }
    }
}
