package ee.sild.platform.http;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.hibernate.JDBCException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ExceptionUnwrapStrategy;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.UnwrapException;

import ee.sild.platform.database.OngoingRead;
import ee.sild.platform.problem.ApiException;
import ee.sild.platform.problem.FieldErrors;
import ee.sild.platform.problem.Problem;
import ee.sild.platform.problem.Problems;
import ee.sild.platform.problem.UnreadablePatch;

/** Maps every exception to an HTTP response. */
@UnwrapException(
        value = {ArcUndeclaredThrowableException.class, RollbackException.class},
        strategy = ExceptionUnwrapStrategy.ALWAYS)
class ProblemMapper {

    /**
     * PostgreSQL's error classes for: no connection, rolled back, resources, lock not available, cancelled or shutting
     * down.
     */
    private static final List<String> NOT_NOW = List.of("08", "40", "53", "55", "57");

    private final CurrentVertxRequest request;

    ProblemMapper(CurrentVertxRequest request) {
        this.request = request;
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(ApiException e) {
        return e.retryAfter() > 0
                ? Problems.later(e.retryAfter(), e.code(), e.arguments())
                : Problems.answer(e.code(), e.errors(), e.arguments());
    }

    @ServerExceptionMapper
    RestResponse<String> map(Replay again) {
        var answer = ResponseBuilder.<String>create(again.status()).header("Idempotent-Replayed", "true");
        if (!again.body().isEmpty()) {
            answer.entity(again.body()).type(MediaType.APPLICATION_JSON + ";charset=UTF-8");
        }
        if (again.etag() != null) {
            answer.header(HttpHeaders.ETAG, again.etag());
        }
        if (again.location() != null) {
            answer.header(HttpHeaders.LOCATION, again.location());
        }
        return answer.build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(ConstraintViolationException e) {
        var errors = e.getConstraintViolations().stream()
                .map(FieldErrors::of)
                .distinct()
                .toList();
        return Problems.answer("invalid", errors);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(UnrecognizedPropertyException e) {
        return Problems.answer("malformed", List.of(FieldErrors.of(e, "unknown")));
    }

    /** A body with variants does not say which one it is, or names none of them. */
    @ServerExceptionMapper
    RestResponse<Problem> map(InvalidTypeIdException e) {
        String field =
                e.getBaseType().getRawClass().getAnnotation(JsonTypeInfo.class).property();
        return e.getTypeId() == null
                ? Problems.answer("invalid", List.of(FieldErrors.of("/" + field, "required")))
                : Problems.answer("malformed", List.of(FieldErrors.of("/" + field, "type")));
    }

    /** Replaces the mapper of Quarkus, which returns an empty body. */
    @ServerExceptionMapper
    RestResponse<Problem> map(MismatchedInputException e) {
        return map((JsonMappingException) e);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(JsonMappingException e) {
        if (e.getCause() instanceof ApiException refusal) {
            return map(refusal);
        }
        return Problems.answer("malformed", e.getPath().isEmpty() ? null : List.of(FieldErrors.of(e, "type")));
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(UnreadablePatch e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown -> map(unknown);
            case JsonMappingException unreadable -> map(unreadable);
            default -> Problems.answer("malformed", null);
        };
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(JacksonException e) {
        return Problems.answer("malformed", null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(OptimisticLockException e) {
        return Problems.answer("conflict", null);
    }

    /** Waiting for a lock or a result took too long, or the database is not available: nothing was changed. */
    @ServerExceptionMapper
    RestResponse<Problem> map(JDBCException e) {
        String state = e.getSQLState() == null ? "08" : e.getSQLState();
        if (NOT_NOW.stream().anyMatch(state::startsWith)) {
            return waitedTooLong(e);
        }
        return map((Throwable) e);
    }

    /** The rate limits are in the same database. */
    @ServerExceptionMapper
    RestResponse<Problem> map(BucketExecutionException e) {
        Log.warn("Requests cannot be counted: " + e.getMessage());
        return Problems.later(1, "unavailable");
    }

    @ServerExceptionMapper({
        PessimisticLockException.class,
        jakarta.persistence.LockTimeoutException.class,
        QueryTimeoutException.class
    })
    RestResponse<Problem> waitedTooLong(RuntimeException e) {
        OngoingRead read = OngoingRead.of(request.getCurrent());
        if (read == null || !read.isLeft()) {
            Log.warn("The database does not answer: " + e.getMessage());
        }
        return Problems.later(1, "unavailable");
    }

    /** A race that only the database detects: the second request gets the constraint's problem. */
    @ServerExceptionMapper
    RestResponse<Problem> map(org.hibernate.exception.ConstraintViolationException e) {
        Log.debug("Refused by the database", e);
        String constraint = e.getConstraintName() == null ? "" : e.getConstraintName();
        if (constraint.endsWith("_fkey")) {
            return Problems.answer("reference", null);
        }
        if (constraint.endsWith("_key")) {
            return Problems.answer("duplicate", null);
        }
        return Problems.answer("conflict", null);
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
    RestResponse<Problem> map(NotFoundException e, UriInfo uri) {
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
    RestResponse<Problem> map(WebApplicationException e) {
        if (e.getCause() instanceof JsonMappingException unreadable) {
            return unreadable instanceof UnrecognizedPropertyException unknown ? map(unknown) : map(unreadable);
        }
        String code = Problems.code(e.getResponse().getStatus());
        if (code.equals("internal")) {
            return map((Throwable) e);
        }
        return Problems.answer(code, null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(Throwable e) {
        Log.error("Unexpected failure", e);
        return Problems.answer("internal", null);
    }
}
