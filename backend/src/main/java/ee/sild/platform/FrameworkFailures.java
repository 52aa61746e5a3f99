package ee.sild.platform;

import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Problems for what never reaches a resource, such as a body that is too large. */
class FrameworkFailures {

    private final ObjectMapper json;
    private final MemorySize largest;

    FrameworkFailures(ObjectMapper json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.json = json;
        this.largest = largest;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(Integer.MIN_VALUE).failureHandler(this::answer);
        router.route("/oauth/*").order(Integer.MIN_VALUE).failureHandler(this::answer);
        router.route().order(Integer.MIN_VALUE).handler(this::refuseTooLarge);
    }

    /** The server's own refusal of a large body would be an empty one. */
    private void refuseTooLarge(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > largest.asLongValue()) {
            request.response().putHeader("Connection", "close");
            answer(request, 413);
        } else {
            request.next();
        }
    }

    private void answer(RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        answer(request, request.statusCode() < 400 ? 500 : request.statusCode());
    }

    private void answer(RoutingContext request, int status) {
        String code = switch (status) {
            case 400 -> "malformed";
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "too-large";
            case 415 -> "media-type";
            default -> "internal";
        };
        try {
            request.response().setStatusCode(code.equals("internal") ? 500 : status)
                    .putHeader("Content-Type", Problems.TYPE)
                    .end(json.writeValueAsString(problem(request, status, code)));
        } catch (JsonProcessingException e) {
            request.next();
        }
    }

    /** Before a resource is reached there is no request context yet, and the words follow the request's language. */
    private static Problem problem(RoutingContext request, int status, String code) {
        var context = Arc.container().requestContext();
        boolean ours = !context.isActive();
        if (ours) {
            context.activate();
        }
        try {
            Arc.container().instance(CurrentVertxRequest.class).get().setCurrent(request);
            return Problems.problem(status, code, null);
        } finally {
            if (ours) {
                context.terminate();
            }
        }
    }
}
