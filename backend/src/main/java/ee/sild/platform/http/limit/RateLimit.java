package ee.sild.platform.http.limit;

import java.util.concurrent.TimeUnit;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import ee.sild.platform.problem.TooMany;
import ee.sild.platform.security.Caller;
import ee.sild.platform.security.CurrentUser;

/** Limits the requests per minute of each caller, and returns the remaining number with every response. */
class RateLimit {

    private final RequestLimits limits;
    private final CurrentUser user;
    private final HttpServerRequest connection;
    private final KnownDevices devices;

    RateLimit(RequestLimits limits, CurrentUser user, HttpServerRequest connection, KnownDevices devices) {
        this.limits = limits;
        this.user = user;
        this.connection = connection;
        this.devices = devices;
    }

    @ServerRequestFilter
    void take() {
        Caller caller = user.callerOrNull();
        ConsumptionProbe probe = limits.take(
                caller == null
                        ? devices.of(connection)
                                .orElseGet(() -> connection.remoteAddress().hostAddress())
                        : caller.id().toString());
        // Named as in draft-ietf-httpapi-ratelimit-headers. Set directly on the response, so that streams have them
        // too.
        connection.response().putHeader("RateLimit-Policy", "\"caller\";q=%d;w=60".formatted(limits.perMinute()));
        connection
                .response()
                .putHeader(
                        "RateLimit",
                        "\"caller\";r=%d;t=%d"
                                .formatted(
                                        probe.getRemainingTokens(),
                                        TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForReset())));
        if (!probe.isConsumed()) {
            throw new TooMany("too-many-requests", probe.getNanosToWaitForRefill());
        }
    }
}
