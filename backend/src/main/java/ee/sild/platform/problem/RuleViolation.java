package ee.sild.platform.problem;

/** The request was understood, but the domain does not allow it now. Becomes a 409 problem. */
public class RuleViolation extends ApiException {

    public RuleViolation(String code, Object... arguments) {
        super(code, null, arguments);
    }
}
