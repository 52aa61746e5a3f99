package ee.sild.platform.problem;

/** {@code If-Match} is missing where it is needed (428), or names a version that is no longer the current one (412). */
public class VersionMismatch extends ApiException {

    private VersionMismatch(String code) {
        super(code, null);
    }

    public static VersionMismatch missing() {
        return new VersionMismatch("if-match.required");
    }

    public static VersionMismatch stale() {
        return new VersionMismatch("if-match.stale");
    }
}
