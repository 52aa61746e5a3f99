package ee.sild.platform.problem;

/**
 * The version of a resource that a caller expects to change. A concurrent change makes it stale.
 *
 * @param isGiven whether the caller expects anything
 * @param number null for any version
 */
public record ExpectedVersion(boolean isGiven, Long number) {

    public static final ExpectedVersion NONE = new ExpectedVersion(false, null);
    public static final ExpectedVersion ANY = new ExpectedVersion(true, null);

    public static ExpectedVersion of(long number) {
        return new ExpectedVersion(true, number);
    }

    /** For an update: without a version, a concurrent change could be lost. */
    public void require(long current) {
        if (!isGiven) {
            throw VersionMismatch.missing();
        }
        check(current);
    }

    /** For a state transition: the state table already guards it, so the version is optional. */
    public void check(long current) {
        if (number != null && number != current) {
            throw VersionMismatch.stale();
        }
    }
}
