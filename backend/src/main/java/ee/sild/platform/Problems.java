package ee.sild.platform;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.opentelemetry.api.trace.Span;

import ee.sild.platform.Problem.FieldError;

/** Makes problem answers. */
final class Problems {

    static final String TYPE = "application/problem+json";

    private Problems() {
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
