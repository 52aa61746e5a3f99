package ee.sild.platform.http;

import java.util.List;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;

import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.hibernate.JDBCException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

import ee.sild.platform.database.OngoingRead;
import ee.sild.platform.problem.Problem;
import ee.sild.platform.problem.Problems;

/** Maps what the database refuses to problems. */
class DatabaseProblemMapper {

    /**
     * PostgreSQL's error classes for: no connection, rolled back, resources, lock not available, cancelled or shutting
     * down. The last one is the driver's, if the pool gives up while a connection is being opened.
     */
    private static final List<String> NOT_NOW =
            List.of("08", "40", "53", "55", "57", PSQLState.UNEXPECTED_ERROR.getState());

    private final CurrentVertxRequest request;

    DatabaseProblemMapper(CurrentVertxRequest request) {
        this.request = request;
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
        return ProblemMapper.unexpected(e);
    }

    /** The limits for sign-in attempts are in the same database. */
    @ServerExceptionMapper
    RestResponse<Problem> map(BucketExecutionException e) {
        Log.warn("Attempts cannot be counted: " + e.getMessage());
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
        String constraint = constraint(e);
        if (constraint.equals("company_with_one_holder")) {
            return Problems.answer("customer.two-holders", null);
        }
        if (constraint.endsWith("_fkey")) {
            return Problems.answer("reference", null);
        }
        if (constraint.endsWith("_key")) {
            return Problems.answer("duplicate", null);
        }
        return Problems.answer("conflict", null);
    }

    /** Its name. Hibernate does not read those that a trigger names. */
    private static String constraint(org.hibernate.exception.ConstraintViolationException e) {
        if (e.getConstraintName() != null) {
            return e.getConstraintName();
        }
        // A failed batch has the refusal as its cause.
        for (Throwable cause : e.getSQLException()) {
            if (cause instanceof PSQLException refusal
                    && refusal.getServerErrorMessage() != null
                    && refusal.getServerErrorMessage().getConstraint() != null) {
                return refusal.getServerErrorMessage().getConstraint();
            }
        }
        return "";
    }
}
