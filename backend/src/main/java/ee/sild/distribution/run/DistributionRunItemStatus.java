package ee.sild.distribution.run;

/** What becomes of an opportunity of a run. */
public enum DistributionRunItemStatus {
    /** No partner is proposed yet. */
    WAITING,
    /** Somebody is proposed, or it goes to the pool. */
    PROPOSED,
    /** Nobody fulfils every rule, or no distribution rule fits. */
    NOBODY,
    /** It was left out. */
    SKIPPED,
    /** It is distributed. */
    DONE,
    /** It could not be. */
    FAILED
}
