package ee.sild.platform.problem;

/** A business rule does not allow the request now. Becomes a 409 problem. */
public class RuleViolation extends ApiException {

    public RuleViolation(String code, Object... arguments) {
        super(code, null, arguments);
    }
}
