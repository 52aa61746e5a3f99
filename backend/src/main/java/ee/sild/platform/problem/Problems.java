package ee.sild.platform.problem;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.core.HttpHeaders;

import io.opentelemetry.api.trace.Span;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import ee.sild.platform.problem.Problem.FieldError;

/** Builds problem responses. */
public final class Problems {

    public static final String TYPE = "application/problem+json";

    private static final int UNAUTHORIZED = 401;

    private static final Set<String> FRAMEWORK = Set.of(
            "malformed",
            "unauthenticated",
            "forbidden",
            "not-found",
            "method-not-allowed",
            "not-acceptable",
            "request-timeout",
            "too-large",
            "too-long-address",
            "media-type",
            "too-large-header");

    private Problems() {}

    /** The code of a status that the framework returned by itself; an unexpected status is an internal error. */
    public static String code(int status) {
        return FRAMEWORK.stream()
                .filter(code -> ProblemCatalogue.status(code) == status)
                .findAny()
                .orElse("internal");
    }

    public static Problem problem(String code, List<FieldError> errors, Object... arguments) {
        return new Problem(
                "/problems/" + code,
                Messages.title(code),
                ProblemCatalogue.status(code),
                Messages.detail(code, arguments),
                code,
                Span.current().getSpanContext().getTraceId(),
                errors);
    }

    public static RestResponse<Problem> answer(String code, List<FieldError> errors, Object... arguments) {
        Problem problem = problem(code, errors, arguments);
        var response = ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, Messages.language().code());
        if (problem.status() == UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sild\"");
        }
        return response.build();
    }

    /** A temporary problem, to retry later. */
    public static RestResponse<Problem> later(long seconds, String code, Object... arguments) {
        var answer = answer(code, null, arguments);
        answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds);
        return answer;
    }
}
