package ee.sild.platform.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import io.agroal.api.AgroalDataSource;

import ee.sild.platform.problem.Unavailable;

/**
 * The time of the database, so that all instances agree whether an offer is still open, even if their own clocks are
 * wrong. It ticks in microseconds, so that stored times equal returned times.
 */
final class DatabaseClock extends Clock {

    private final Path movedBy;
    private volatile Duration ahead = Duration.ZERO;

    /** @param movedBy a file with a duration, such as {@code PT72H}, by which tests shift the clock; null for none */
    DatabaseClock(Path movedBy) {
        this.movedBy = movedBy;
    }

    /**
     * Measures how far the database's clock is ahead of this machine's. The error is at most half the duration of the
     * query.
     */
    void measure(AgroalDataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            Instant asked = Instant.now();
            try (var row = statement.executeQuery("select clock_timestamp()")) {
                row.next();
                Instant heard = Instant.now();
                ahead = Duration.between(
                        asked.plus(Duration.between(asked, heard).dividedBy(2)),
                        row.getObject(1, OffsetDateTime.class).toInstant());
            }
        } catch (SQLException e) {
            throw new Unavailable(e);
        }
    }

    @Override
    public Instant instant() {
        Instant fixed = FixedTime.orNull();
        if (fixed != null) {
            return fixed;
        }
        var now = now();
        return movedBy == null ? now : now.plus(moved());
    }

    /** The time without the shift of a test. */
    static Instant unmoved(Clock clock) {
        return clock instanceof DatabaseClock time ? time.now() : clock.instant();
    }

    private Instant now() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    private Duration moved() {
        try {
            return Files.exists(movedBy)
                    ? Duration.parse(Files.readString(movedBy).strip())
                    : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
