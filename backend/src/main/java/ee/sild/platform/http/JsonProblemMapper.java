package ee.sild.platform.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import ee.sild.platform.problem.ApiException;
import ee.sild.platform.problem.FieldErrors;
import ee.sild.platform.problem.Problem;
import ee.sild.platform.problem.Problems;
import ee.sild.platform.problem.UnreadablePatch;

/** Maps what Jackson cannot read to problems. */
class JsonProblemMapper {

    @ServerExceptionMapper
    RestResponse<Problem> map(UnrecognizedPropertyException e) {
        return unreadable(e);
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
        return unreadable(e);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(JsonMappingException e) {
        return unreadable(e);
    }

    static RestResponse<Problem> unreadable(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return Problems.answer("malformed", List.of(FieldErrors.of(e, "unknown")));
        }
        if (e.getCause() instanceof ApiException refusal) {
            return ProblemMapper.refused(refusal);
        }
        return Problems.answer("malformed", e.getPath().isEmpty() ? null : List.of(FieldErrors.of(e, "type")));
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(UnreadablePatch e) {
        return e.getCause() instanceof JsonMappingException unreadable
                ? unreadable(unreadable)
                : Problems.answer("malformed", null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(JacksonException e) {
        return Problems.answer("malformed", null);
    }
}
