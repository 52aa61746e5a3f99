package ee.sild.platform.job;

import java.time.Duration;

/**
 * Rows of one kind that {@link RetentionJob} deletes when they have been kept long enough. The package of the rows
 * produces it as a bean.
 *
 * @param name what is deleted, for the log
 * @param keptFor how long the rows are kept
 * @param delete a statement that deletes rows older than {@code :before}, at most {@code :most}, and none that others
 *     refer to. Where no index leads to the time, {@code :beforeId} does: it is greater than the IDs that were created
 *     until then.
 */
public record Retention(String name, Duration keptFor, String delete) {}
