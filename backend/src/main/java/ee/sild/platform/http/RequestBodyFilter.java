package ee.sild.platform.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest.ReadCallback;

import ee.sild.platform.database.DatabaseTimeouts;
import ee.sild.platform.problem.Unavailable;
import ee.sild.platform.security.AnonymousOperations;

/**
 * Reads the whole body after the caller was checked and before the request takes a worker thread. A client that sends
 * slowly occupies only its own connection, and gets 408 after the timeout.
 */
@Provider
@NonBlocking
@Priority(Priorities.AUTHENTICATION)
class RequestBodyFilter implements ResteasyReactiveContainerRequestFilter {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final CurrentVertxRequest current;
    private final ResourceInfo operation;
    private final RequestBodyLimits limits;

    RequestBodyFilter(CurrentVertxRequest current, ResourceInfo operation, RequestBodyLimits limits) {
        this.current = current;
        this.operation = operation;
        this.limits = limits;
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        RoutingContext route = current.getCurrent();
        if (!mayHaveBody(route.request()) || route.request().isEnded()) {
            return;
        }
        String path = route.request().path();
        long largest = AnonymousOperations.include(operation) ? RequestBodyLimits.ANONYMOUS_BYTES : limits.bytes(path);
        String length = route.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > largest) {
            FrameworkFailures.closeAfterAnswer(route);
            throw new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE);
        }
        request.suspend();
        new Reading(request, route, largest, limits.large()).start(limits.time(path));
    }

    /** HTTP/1 announces a body, HTTP/2 may not. */
    private static boolean mayHaveBody(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                ? !READING.contains(request.method())
                : request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** One body being read. It ends once: complete, too large, too late, or with the connection. */
    private static final class Reading implements ReadCallback {

        private final ResteasyReactiveContainerRequestContext request;
        private final RoutingContext route;
        private final long largest;
        private final MemoryBudget large;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile long timer;
        private volatile long reserved;

        private Reading(
                ResteasyReactiveContainerRequestContext request,
                RoutingContext route,
                long largest,
                MemoryBudget large) {
            this.request = request;
            this.route = route;
            this.largest = largest;
            this.large = large;
        }

        private void start(Duration time) {
            timer = route.vertx()
                    .setTimer(time.toMillis(), late -> refuse(new ClientErrorException(Status.REQUEST_TIMEOUT)));
            route.addEndHandler(answered -> large.release(reserved));
            route.request().exceptionHandler(gone -> refuse(new ClientErrorException(Status.REQUEST_TIMEOUT)));
            var server = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).serverRequest();
            server.setReadListener(this);
            server.resumeRequestInput();
        }

        @Override
        public void data(ByteBuffer piece) {
            if (ended.get()) {
                return;
            }
            if (body.size() + piece.remaining() > largest) {
                refuse(new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE));
                return;
            }
            long beyond = body.size() + piece.remaining() - RequestBodyLimits.ANONYMOUS_BYTES;
            if (beyond > reserved) {
                if (!large.reserve(beyond - reserved)) {
                    refuse(new Unavailable(new IOException("Too many large bodies at the same time")));
                    return;
                }
                reserved = beyond;
            }
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            body.writeBytes(bytes);
        }

        @Override
        public void done() {
            if (end()) {
                DatabaseTimeouts.start(route);
                request.setEntityStream(new ByteArrayInputStream(body.toByteArray()));
                request.resume();
            }
        }

        private void refuse(RuntimeException problem) {
            if (end()) {
                body.reset();
                FrameworkFailures.closeAfterAnswer(route);
                request.resume(problem);
            }
        }

        private boolean end() {
            if (!ended.compareAndSet(false, true)) {
                return false;
            }
            route.vertx().cancelTimer(timer);
            return true;
        }
    }
}
