package ee.sild.platform.problem;

/** The resource does not exist or the caller may not see it; both look the same. Becomes a 404 problem. */
public class NotFound extends ApiException {

    public NotFound() {
        super("not-found", null);
    }
}
