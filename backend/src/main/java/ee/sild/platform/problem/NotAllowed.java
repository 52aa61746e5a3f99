package ee.sild.platform.problem;

/** The caller can see the resource but may not do this. Becomes a 403 problem. */
public class NotAllowed extends ApiException {

    public NotAllowed(String code, Object... arguments) {
        super(code, null, arguments);
    }
}
