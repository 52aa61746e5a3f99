package ee.sild.platform.problem;

/** {@code If-Match} is required but missing (428), or its version is not the current one (412). */
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
