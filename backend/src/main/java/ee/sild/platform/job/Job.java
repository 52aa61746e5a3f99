package ee.sild.platform.job;

import java.time.Duration;

/** A recurring task of the system; only one instance runs it at a time. */
public interface Job {

    /** Fired in a transaction: after the commit, the job runs immediately instead of at its next scheduled time. */
    record Wanted(String name) {}

    /** The name in the database; it must never change. */
    String name();

    /** The delay between the end of a run and the next run. */
    Duration every();

    void run();
}
