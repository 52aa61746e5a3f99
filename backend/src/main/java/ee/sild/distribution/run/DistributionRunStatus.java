package ee.sild.distribution.run;

import ee.sild.platform.problem.RuleViolation;

/** The status of a distribution run. */
public enum DistributionRunStatus {
    /** Partners are being proposed. */
    PREPARING,
    /** It waits for a user to change and confirm it. */
    PREVIEW,
    /** It is being executed. */
    RUNNING,
    /** Each opportunity is distributed, skipped or failed. */
    DONE;

    /** The next status; throws if another one follows. */
    DistributionRunStatus movedTo(DistributionRunStatus next) {
        var following = switch (this) {
            case PREPARING -> PREVIEW;
            case PREVIEW -> RUNNING;
            case RUNNING -> DONE;
            case DONE -> null;
        };
        if (next != following) {
            throw new RuleViolation("distribution-run.transition", this);
        }
        return next;
    }
}
