package ee.sild.platform.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import ee.sild.platform.database.DatabaseTimeouts;
import ee.sild.platform.problem.Problem;
import ee.sild.platform.problem.ProblemCatalogue;
import ee.sild.platform.problem.Problems;

/** Problems for requests that never reach a resource, such as a too large body. */
public class FrameworkFailures {

    /** Set before the server starts: addresses are then checked here and answered with a problem. */
    public static final String LEAVE_ADDRESSES_TO_US = "vertx.disableURIValidation";

    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final int LARGEST_HEADER = 16 * 1024;
    private static final long NO_ERROR = 0;
    private static final Duration READ_BY_THEN = Duration.ofSeconds(1);

    private final ObjectMapper json;
    private final RequestBodyLimits bodies;

    FrameworkFailures(ObjectMapper json, RequestBodyLimits bodies) {
        this.json = json;
        this.bodies = bodies;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
        router.route().order(Integer.MIN_VALUE).handler(this::refuseUnreadable);
        router.errorHandler(400, request -> close(request, 400));
    }

    /** The server's own error responses are empty, so its limits are higher than these. */
    private void refuseUnreadable(RoutingContext request) {
        DatabaseTimeouts.start(request);
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (!isAddress(request.request().uri())) {
            close(request, 400);
        } else if (request.request().uri().length() > LONGEST_ADDRESS) {
            close(request, 414);
        } else if (headerSize(request) > LARGEST_HEADER) {
            close(request, 431);
        } else if (length != null
                && length.matches("\\d{1,18}")
                && Long.parseLong(length) > bodies.bytes(request.request().path())) {
            close(request, 413);
        } else {
            request.next();
        }
    }

    private static boolean isAddress(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int headerSize(RoutingContext request) {
        return request.request().headers().entries().stream()
                .mapToInt(line -> line.getKey().length() + line.getValue().length() + 4)
                .sum();
    }

    private void close(RoutingContext request, int status) {
        closeAfterAnswer(request);
        answer(request, status);
    }

    /**
     * Closes the connection of a request that is not read completely, because its rest cannot be told from the next
     * request. Closing waits a moment, since closing while data arrives would lose the response. HTTP/2 has a stream
     * for each request: it is reset without an error (RFC 9113, section 8.1), and the connection stays open.
     */
    static void closeAfterAnswer(RoutingContext request) {
        if (request.request().version() == HttpVersion.HTTP_2) {
            request.addEndHandler(answered -> request.response().reset(NO_ERROR));
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        request.addEndHandler(answered -> request.vertx()
                .setTimer(
                        READ_BY_THEN.toMillis(),
                        later -> request.request().connection().close()));
    }

    /**
     * Handles every failure that the exception mappers did not handle, including their own. It never passes a failure
     * on, so that a failure during handling cannot restart the handling.
     */
    private void answer(RoutingContext request) {
        if (request.response().ended()) {
            return;
        }
        if (request.failure() instanceof HttpClosedException) {
            Log.debug("The client left", request.failure());
        } else if (request.failure() != null) {
            Log.error("Unexpected failure", request.failure());
        }
        if (request.response().headWritten()) {
            request.response().reset();
            return;
        }
        int status = request.statusCode() < 400 ? 500 : request.statusCode();
        if (request.failure() == null && status < 500 && Problems.code(status).equals("internal")) {
            // Failures of the web app's files, such as an invalid range.
            request.response().setStatusCode(status).end();
        } else {
            answer(request, status);
        }
    }

    private void answer(RoutingContext request, int status) {
        String code = Problems.code(status);
        WebApp.protect(request);
        try {
            request.response()
                    .setStatusCode(ProblemCatalogue.statuses().get(code))
                    .putHeader("Content-Type", Problems.TYPE)
                    .end(json.writeValueAsString(problem(request, code)));
        } catch (JsonProcessingException | RuntimeException e) {
            Log.error("A failure could not be described", e);
            request.response().setStatusCode(500).end();
        }
    }

    /**
     * Before a resource is reached there is no request context yet, and the message depends on the request's language.
     */
    private static Problem problem(RoutingContext request, String code) {
        var context = Arc.container().requestContext();
        boolean ours = !context.isActive();
        if (ours) {
            context.activate();
        }
        try {
            Arc.container().instance(CurrentVertxRequest.class).get().setCurrent(request);
            return Problems.problem(code, null);
        } finally {
            if (ours) {
                context.terminate();
            }
        }
    }
}
