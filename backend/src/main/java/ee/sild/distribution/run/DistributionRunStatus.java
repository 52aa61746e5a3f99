package ee.sild.distribution.run;

/** How far a run is. */
public enum DistributionRunStatus {
    /** Partners are being proposed. */
    PREPARING,
    /** It waits for somebody to change and confirm it. */
    PREVIEW,
    /** It is carried out. */
    RUNNING,
    /** Each opportunity is distributed, skipped, or could not be. */
    DONE
}
