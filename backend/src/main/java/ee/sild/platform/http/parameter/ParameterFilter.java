package ee.sild.platform.http.parameter;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import ee.sild.platform.Texts;
import ee.sild.platform.problem.FieldErrors;
import ee.sild.platform.problem.Problem;
import ee.sild.platform.problem.Problem.FieldError;
import ee.sild.platform.problem.Problems;

/**
 * Refuses parameters that an operation does not have: a client that misspells a filter would otherwise get everything.
 * Also refuses a repeated parameter that takes one value, and values that no stored text can have.
 */
class ParameterFilter {

    private final Map<Method, DeclaredParameters> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    Optional<RestResponse<Problem>> check(UriInfo uri, ResourceInfo operation) {
        var parameters = declared.computeIfAbsent(operation.getResourceMethod(), DeclaredParameters::of);
        var errors = new ArrayList<FieldError>();
        uri.getQueryParameters().forEach((name, values) -> {
            var parameter = parameters.all().get(name);
            if (parameter == null) {
                errors.add(FieldErrors.of("/" + name, "unknown-parameter"));
            } else if (!parameter.repeatable() && values.size() > 1) {
                errors.add(FieldErrors.of("/" + name, "repeated"));
            } else if (!parameter.accepts(values) && areUsable(values)) {
                errors.add(FieldErrors.of("/" + name, "type"));
            }
        });
        errors.addAll(unusable(uri.getQueryParameters()));
        errors.addAll(unusable(uri.getPathParameters()));
        return errors.isEmpty() ? Optional.empty() : Optional.of(Problems.answer("malformed", errors));
    }

    private static boolean areUsable(List<String> values) {
        return values.stream().noneMatch(value -> Texts.forbidden(value) >= 0);
    }

    private static List<FieldError> unusable(MultivaluedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(one -> !areUsable(one.getValue()))
                .map(one -> FieldErrors.of("/" + one.getKey(), "characters"))
                .toList();
    }
}
