package ee.sild.distribution.run;

/** The status of an opportunity in a run. */
public enum DistributionRunItemStatus {
    /** No partner is proposed yet. */
    WAITING,
    /** A partner is proposed, or it goes to the pool. */
    PROPOSED,
    /** No partner fulfils every rule, or no distribution rule matches. */
    NOBODY,
    /** It was left out. */
    SKIPPED,
    /** It is distributed. */
    DONE,
    /** It could not be distributed. */
    FAILED
}
