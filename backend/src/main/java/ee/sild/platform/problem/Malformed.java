package ee.sild.platform.problem;

/** The request cannot be read. Becomes a 400 problem. */
public class Malformed extends ApiException {

    public Malformed(String code, Object... arguments) {
        super(code, null, arguments);
    }
}
