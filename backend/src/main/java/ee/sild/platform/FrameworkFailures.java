package ee.sild.platform;

import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.ext.web.RoutingContext;

/** Problems for what never reaches a resource: too large bodies, unreadable paths. */
class FrameworkFailures {

    private final ObjectMapper json;

    FrameworkFailures(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes io.vertx.ext.web.Router router) {
        router.route("/api/*").order(Integer.MIN_VALUE).failureHandler(this::answer);
        router.route("/oauth/*").order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        int status = request.statusCode() < 400 ? 500 : request.statusCode();
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
                    .end(json.writeValueAsString(Problems.problem(status, code, null)));
        } catch (JsonProcessingException e) {
            request.next();
        }
    }
}
