package ee.sild.platform.problem;

/** Too many requests or attempts; a later retry may succeed. Becomes a 429 problem. */
public class TooMany extends ApiException {

    private final long seconds;

    public TooMany(String code, long nanosToWait) {
        super(code, null, waitSeconds(nanosToWait));
        this.seconds = waitSeconds(nanosToWait);
    }

    private static long waitSeconds(long nanos) {
        return Math.max(1, (nanos + 999_999_999) / 1_000_000_000);
    }

    @Override
    public long retryAfter() {
        return seconds;
    }
}
