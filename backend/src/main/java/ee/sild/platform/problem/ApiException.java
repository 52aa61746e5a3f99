package ee.sild.platform.problem;

import java.util.List;

import ee.sild.platform.problem.Problem.FieldError;

/** A request that fails for a reason that the caller gets. Becomes a problem response. */
public abstract class ApiException extends RuntimeException {

    private final String code;
    private final List<FieldError> errors;
    private final Object[] arguments;

    /**
     * A failure that is returned as a problem.
     *
     * @param code stable and dotted; its texts are in the problem catalogue, filled with {@code arguments}
     */
    protected ApiException(String code, List<FieldError> errors, Object... arguments) {
        super(code);
        this.code = code;
        this.errors = errors;
        this.arguments = arguments;
    }

    public String code() {
        return code;
    }

    /** The problem that the caller gets. */
    public Problem problem() {
        return Problems.problem(code, errors, arguments);
    }

    /** Seconds after which a retry may succeed; 0 if that does not depend on time. */
    public long retryAfter() {
        return 0;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Object[] arguments() {
        return arguments;
    }
}
