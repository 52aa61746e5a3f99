package ee.sild.platform.http;

import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import ee.sild.platform.database.DatabaseTimeouts;
import ee.sild.platform.http.limit.IncompleteRequests;
import ee.sild.platform.http.limit.RequestHeadLimits;
import ee.sild.platform.problem.Problem;
import ee.sild.platform.problem.ProblemCatalogue;
import ee.sild.platform.problem.Problems;

/** Problems for requests that never reach a resource, such as a too large body. */
public class FrameworkFailures {

    /** Set before the server starts: addresses are then checked here and answered with a problem. */
    public static final String LEAVE_ADDRESSES_TO_US = "vertx.disableURIValidation";

    private final ObjectMapper json;
    private final RequestHeadLimits heads;

    FrameworkFailures(ObjectMapper json, RequestHeadLimits heads) {
        this.json = json;
        this.heads = heads;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
        router.route().order(Integer.MIN_VALUE).handler(this::refuseUnreadable);
        router.errorHandler(400, request -> close(request, 400));
    }

    private void refuseUnreadable(RoutingContext request) {
        DatabaseTimeouts.start(request);
        heads.refusal(request.request()).ifPresentOrElse(status -> close(request, status), request::next);
    }

    private void close(RoutingContext request, int status) {
        IncompleteRequests.closeAfterAnswer(request);
        answer(request, status);
    }

    /**
     * Handles every failure that the exception mappers did not handle, including their own. It never passes a failure
     * on, so that a failure during handling cannot restart the handling.
     */
    private void answer(RoutingContext request) {
        if (request.response().ended()) {
            return;
        }
        int status = request.statusCode() < 400 ? 500 : request.statusCode();
        if (request.failure() instanceof HttpClosedException) {
            Log.debug("The client left", request.failure());
        } else if (request.failure() != null && status >= 500) {
            Log.error("Unexpected failure", request.failure());
        } else if (request.failure() != null) {
            Log.debug("The request cannot be read", request.failure());
        }
        if (request.response().headWritten()) {
            request.response().reset();
            return;
        }
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
