package ee.sild.platform.problem;

/** No such thing, or none that the caller may see: the two look the same. Becomes a 404 problem. */
public class NotFound extends ApiException {

    public NotFound() {
        super("not-found", null);
    }
}
