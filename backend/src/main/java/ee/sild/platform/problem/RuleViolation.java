package ee.sild.platform.problem;

import java.util.List;

import ee.sild.platform.problem.Problem.FieldError;

/** A business rule does not allow the request now. Becomes a 409 problem. */
public class RuleViolation extends ApiException {

    public RuleViolation(String code, Object... arguments) {
        super(code, null, arguments);
    }

    /** @param errors the fields, or the rules, because of which it is not allowed */
    protected RuleViolation(String code, List<FieldError> errors) {
        super(code, errors);
    }
}
