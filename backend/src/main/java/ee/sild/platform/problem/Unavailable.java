package ee.sild.platform.problem;

/** The database does not answer in time; asking again later helps. Becomes a 503 problem. */
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
