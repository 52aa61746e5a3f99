package ee.sild.platform.job;

import java.time.Duration;

/** Rows of one kind that {@link RetentionJob} deletes when they have been kept long enough. */
public interface Retention {

    /** What is deleted, for the log. */
    String name();

    /** How long the rows are kept. */
    Duration keptFor();

    /**
     * A statement that deletes rows older than {@code :before}, at most {@code :most}, and none that others refer to.
     * Where no index leads to the time, {@code :beforeId} does: it is greater than the IDs that were created until
     * then.
     */
    String delete();
}
