package ee.sild.platform.http.limit;

import java.util.Set;

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
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

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
            IncompleteRequests.closeAfterAnswer(route);
            throw new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (isCompressed(route.request())) {
            IncompleteRequests.closeAfterAnswer(route);
            throw new ClientErrorException(Status.UNSUPPORTED_MEDIA_TYPE);
        }
        request.suspend();
        new RequestBody(request, route, largest, limits.large()).start(limits.time(path));
    }

    /** Compressed bodies are not read: a small one could be large when it is unpacked. */
    private static boolean isCompressed(HttpServerRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.isBlank() && !"identity".equalsIgnoreCase(encoding.strip());
    }

    /** HTTP/1 announces a body, HTTP/2 may not. */
    private static boolean mayHaveBody(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                ? !READING.contains(request.method())
                : request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
