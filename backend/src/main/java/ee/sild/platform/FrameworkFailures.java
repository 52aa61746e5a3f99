package ee.sild.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Problems for what never reaches a resource, such as a body that is too large. */
public class FrameworkFailures {

    /** To be set before the server starts: addresses are then checked here, with a problem for an answer. */
    public static final String LEAVE_ADDRESSES_TO_US = "vertx.disableURIValidation";

    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final int LARGEST_HEADER = 16 * 1024;
    private static final long LARGEST_BODY = 1024 * 1024;
    private static final Pattern FILES = Pattern.compile("/api/v1/opportunities/[^/]+/notes/[^/]+/attachments");
    private final ObjectMapper json;
    private final MemorySize largest;

    /** @param largest the largest body of all, which is that of a file */
    FrameworkFailures(ObjectMapper json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.json = json;
        this.largest = largest;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(Integer.MIN_VALUE).failureHandler(this::answer);
        router.route("/oauth/*").order(Integer.MIN_VALUE).failureHandler(this::answer);
        router.route().order(Integer.MIN_VALUE).handler(this::refuseUnreadable);
        router.route().order(Integer.MIN_VALUE + 1).handler(gatherChunks());
        router.errorHandler(400, request -> close(request, 400));
    }

    /** The server's own refusals are empty ones, so its limits are wider than these. */
    private void refuseUnreadable(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (!isAddress(request.request().uri())) {
            close(request, 400);
        } else if (request.request().uri().length() > LONGEST_ADDRESS) {
            close(request, 414);
        } else if (headerSize(request) > LARGEST_HEADER) {
            close(request, 431);
        } else if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > largest(request)) {
            close(request, 413);
        } else {
            request.next();
        }
    }

    private long largest(RoutingContext request) {
        return isFile(request) ? largest.asLongValue() : LARGEST_BODY;
    }

    private static boolean isFile(RoutingContext request) {
        return FILES.matcher(request.request().path()).matches();
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
        return request.request().headers().entries().stream().mapToInt(line -> line.getKey().length() + line.getValue().length() + 4).sum();
    }

    private void close(RoutingContext request, int status) {
        request.response().putHeader("Connection", "close");
        answer(request, status);
    }

    /** A body whose length is not said beforehand is gathered, so that one that is too large fails like any other. */
    private Handler<RoutingContext> gatherChunks() {
        BodyHandler gather = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
        BodyHandler gatherFile = BodyHandler.create(false).setBodyLimit(largest.asLongValue());
        return request -> {
            if (request.request().getHeader("Transfer-Encoding") == null) {
                request.next();
            } else if (isFile(request)) {
                gatherFile.handle(request);
            } else {
                gather.handle(request);
            }
        };
    }

    private void answer(RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        answer(request, request.statusCode() < 400 ? 500 : request.statusCode());
    }

    private void answer(RoutingContext request, int status) {
        String code = Problems.code(status);
        WebApp.protect(request);
        try {
            request.response().setStatusCode(ProblemCatalogue.statuses().get(code))
                    .putHeader("Content-Type", Problems.TYPE)
                    .end(json.writeValueAsString(problem(request, code)));
        } catch (JsonProcessingException e) {
            request.next();
        }
    }

    /** Before a resource is reached there is no request context yet, and the words follow the request's language. */
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
