package ee.sild.platform;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.opentelemetry.api.trace.Span;

import ee.sild.platform.Problem.FieldError;

/** Makes problem answers. */
final class Problems {

    static final String TYPE = "application/problem+json";

    private static final Map<Integer, String> FRAMEWORK = Map.ofEntries(
            entry(400, "malformed"), entry(401, "unauthenticated"), entry(403, "forbidden"), entry(404, "not-found"),
            entry(405, "method-not-allowed"), entry(406, "not-acceptable"), entry(413, "too-large"), entry(414, "too-long-address"),
            entry(415, "media-type"), entry(431, "too-large-header"));

    private Problems() {
    }

    /** The code of what the framework refuses by itself; whatever is not foreseen is a failure of ours. */
    static String code(int status) {
        return FRAMEWORK.getOrDefault(status, "internal");
    }

    static Problem problem(int status, String code, List<FieldError> errors, Object... arguments) {
        return new Problem("/problems/" + code, Words.title(code), status, Words.detail(code, arguments), code,
                Span.current().getSpanContext().getTraceId(), errors);
    }

    static RestResponse<Problem> answer(int status, String code, List<FieldError> errors, Object... arguments) {
        return ResponseBuilder.<Problem>create(status)
                .entity(problem(status, code, errors, arguments))
                .type(TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, Words.language().getLanguage())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
