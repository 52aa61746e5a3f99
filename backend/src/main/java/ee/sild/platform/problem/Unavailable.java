package ee.sild.platform.problem;

/** The database does not respond in time; a later retry may succeed. Becomes a 503 problem. */
public class Unavailable extends ApiException {

    public Unavailable(Throwable cause) {
        super("unavailable", null);
        initCause(cause);
    }

    @Override
    public long retryAfter() {
        return 1;
    }
}
