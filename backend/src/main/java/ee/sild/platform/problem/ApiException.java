package ee.sild.platform.problem;

import java.util.List;

import ee.sild.platform.problem.Problem.FieldError;

/** A request that is not carried out, for a reason the caller is told. Becomes a problem answer. */
public abstract class ApiException extends RuntimeException {

    private final String code;
    private final List<FieldError> errors;
    private final Object[] arguments;

    /**
     * A failure that is returned as a problem.
     *
     * @param code stable and dotted; its words are in the problem catalogue, filled with {@code arguments}
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

    /** What the caller is told of it. */
    public Problem problem() {
        return Problems.problem(code, errors, arguments);
    }

    /** Seconds after which asking again may help; 0 where it does not depend on time. */
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
