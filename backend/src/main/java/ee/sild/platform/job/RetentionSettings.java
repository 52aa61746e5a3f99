package ee.sild.platform.job;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * How long data is kept that nobody needs forever. What belongs to an opportunity is kept as long as the opportunity.
 */
@ConfigMapping(prefix = "sild.retention")
public interface RetentionSettings {

    /**
     * The months of the audit log besides the current one; all, if it is not set. The database reads it at the start.
     */
    Optional<@Min(value = 1, message = "must be at least one month") Integer> auditMonths();

    /** Notifications with their mails. */
    @WithDefault("365D")
    @DurationMin(days = 1, message = "must be at least a day")
    Duration notifications();

    /** Sessions that have ended or expired, with their refresh tokens. */
    @WithDefault("90D")
    @DurationMin(days = 1, message = "must be at least a day")
    Duration sessions();

    /** Invitations that were accepted or have expired. */
    @WithDefault("90D")
    @DurationMin(days = 1, message = "must be at least a day")
    Duration invitations();

    /** Distribution runs that are done or were never confirmed, with their items. */
    @WithDefault("365D")
    @DurationMin(days = 1, message = "must be at least a day")
    Duration distributionRuns();
}
