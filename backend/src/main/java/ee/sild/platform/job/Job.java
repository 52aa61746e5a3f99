package ee.sild.platform.job;

import java.time.Duration;

/** Something that the system does again and again, by itself; of several instances one does it at a time. */
public interface Job {

    /**
     * Told within a transaction: once that is committed, the job finds something to do, and begins without waiting for
     * its time.
     */
    record Wanted(String name) {}

    /** Under this name the database knows it, for good. */
    String name();

    /** How long after it has ended it begins again. */
    Duration every();

    void run();
}
