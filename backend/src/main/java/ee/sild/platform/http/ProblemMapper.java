package ee.sild.platform.http;

import java.util.List;
import java.util.UUID;

import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ExceptionUnwrapStrategy;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.UnwrapException;

import ee.sild.platform.http.parameter.AllowedMethods;
import ee.sild.platform.http.parameter.MethodFilter;
import ee.sild.platform.problem.ApiException;
import ee.sild.platform.problem.FieldErrors;
import ee.sild.platform.problem.Problem;
import ee.sild.platform.problem.Problems;

/** Maps every exception to an HTTP response, with {@link JsonProblemMapper} and {@link DatabaseProblemMapper}. */
@UnwrapException(
        value = {ArcUndeclaredThrowableException.class, RollbackException.class},
        strategy = ExceptionUnwrapStrategy.ALWAYS)
class ProblemMapper {

    private final AllowedMethods methods;

    ProblemMapper(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(ApiException e) {
        return refused(e);
    }

    static RestResponse<Problem> refused(ApiException e) {
        return e.retryAfter() > 0
                ? Problems.later(e.retryAfter(), e.code(), e.arguments())
                : Problems.answer(e.code(), e.errors(), e.arguments());
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(ConstraintViolationException e) {
        var errors = e.getConstraintViolations().stream()
                .map(FieldErrors::of)
                .distinct()
                .toList();
        return Problems.answer("invalid", errors);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<Problem> unauthenticated() {
        return Problems.answer("unauthenticated", null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(ForbiddenException e) {
        return Problems.answer("forbidden", null);
    }

    /** A parameter of the wrong type is a bad request; a malformed ID is an ID that does not exist. */
    @ServerExceptionMapper
    RestResponse<Problem> map(NotFoundException e, UriInfo uri, Request request) {
        var allowed = methods.of(uri.getPath());
        if (e.getCause() == null && !allowed.isEmpty() && !allowed.contains(request.getMethod())) {
            return MethodFilter.notAllowed(allowed);
        }
        if (e.getCause() instanceof ApiException refusal) {
            return refused(refusal);
        }
        boolean parameter = e.getCause() != null
                && uri.getPathParameters().values().stream()
                        .flatMap(List::stream)
                        .allMatch(ProblemMapper::isIdentity);
        return parameter ? Problems.answer("malformed", null) : Problems.answer("not-found", null);
    }

    private static boolean isIdentity(String text) {
        try {
            UUID.fromString(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(NotAllowedException e, UriInfo uri) {
        return MethodFilter.notAllowed(methods.of(uri.getPath()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(WebApplicationException e) {
        if (e.getCause() instanceof JsonMappingException unreadable) {
            return JsonProblemMapper.unreadable(unreadable);
        }
        String code = Problems.code(e.getResponse().getStatus());
        if (code.equals("internal")) {
            return unexpected(e);
        }
        return Problems.answer(code, null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(Throwable e) {
        return unexpected(e);
    }

    static RestResponse<Problem> unexpected(Throwable e) {
        Log.error("Unexpected failure", e);
        return Problems.answer("internal", null);
    }
}
