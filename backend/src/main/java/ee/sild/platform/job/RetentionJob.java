package ee.sild.platform.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;

import io.quarkus.logging.Log;

import ee.sild.platform.database.ScalarQuery;

/** Deletes the rows that are kept no longer, in short transactions. */
@ApplicationScoped
class RetentionJob implements Job {

    private static final String NAME = "delete-old-rows";

    private final Instance<Retention> retentions;
    private final EntityManager database;
    private final Clock clock;

    RetentionJob(@Any Instance<Retention> retentions, EntityManager database, Clock clock) {
        this.retentions = retentions;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        for (Retention retention : retentions) {
            try {
                delete(retention);
            } catch (RuntimeException e) {
                Log.errorf(e, "Old %s could not be deleted; it is tried again", retention.name());
            }
        }
    }

    private void delete(Retention retention) {
        Instant before = clock.instant().minus(retention.keptFor());
        long deleted = BatchRunner.inShortTransactions(most -> {
            // The audit log records which rows were deleted, but does not keep their content any longer.
            ScalarQuery.of(database, "select set_config('sild.retention', 'yes', true)", String.class)
                    .getSingleResult();
            var statement = database.createNativeQuery(retention.delete());
            statement.getParameters().forEach(parameter -> {
                Object value = switch (parameter.getName()) {
                    case "before" -> before;
                    case "beforeId" -> firstId(before);
                    default -> most;
                };
                statement.setParameter(parameter.getName(), value);
            });
            return statement.executeUpdate();
        });
        if (deleted > 0) {
            Log.infof("%d old %s deleted", deleted, retention.name());
        }
    }

    /** The least ID that is created from this time on: IDs are UUIDv7, which begin with their milliseconds. */
    private static UUID firstId(Instant time) {
        return new UUID(Math.max(time.toEpochMilli(), 0) << 16, 0);
    }
}
