package ee.sild.platform;

import java.util.concurrent.TimeUnit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerRequest;

/** Holds each caller to a number of requests a minute, and says with every answer how many are left. */
class RateLimit {

    private static final String PROBE = "sild.rate-limit";

    private final Limits limits;
    private final CurrentUser user;
    private final HttpServerRequest connection;

    RateLimit(Limits limits, CurrentUser user, HttpServerRequest connection) {
        this.limits = limits;
        this.user = user;
        this.connection = connection;
    }

    @ServerRequestFilter
    void take(ContainerRequestContext request) {
        Caller caller = user.callerOrNull();
        ConsumptionProbe probe = limits.take(caller == null ? connection.remoteAddress().hostAddress() : caller.id().toString());
        request.setProperty(PROBE, probe);
        if (!probe.isConsumed()) {
            throw new TooMany("too-many-requests", probe.getNanosToWaitForRefill());
        }
    }

    /** As draft-ietf-httpapi-ratelimit-headers names them. */
    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PROBE) instanceof ConsumptionProbe probe) {
            long reset = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForReset());
            response.getHeaders().putSingle("RateLimit-Policy", "\"caller\";q=%d;w=60".formatted(limits.requestsPerMinute()));
            response.getHeaders().putSingle("RateLimit", "\"caller\";r=%d;t=%d".formatted(probe.getRemainingTokens(), reset));
        }
    }
}
