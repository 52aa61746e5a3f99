package ee.sild.platform;

/** The request was understood, but the domain does not allow it now. Becomes a 409 problem. */
public class RuleViolation extends Refusal {

    public RuleViolation(String code, Object... arguments) {
        super(409, code, null, arguments);
    }
}
