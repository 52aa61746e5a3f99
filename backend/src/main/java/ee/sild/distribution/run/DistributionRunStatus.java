package ee.sild.distribution.run;

/** The status of a distribution run. */
public enum DistributionRunStatus {
    /** Partners are being proposed. */
    PREPARING,
    /** It waits for a user to change and confirm it. */
    PREVIEW,
    /** It is being executed. */
    RUNNING,
    /** Each opportunity is distributed, skipped or failed. */
    DONE
}
