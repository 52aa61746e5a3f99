package ee.sild.platform.database;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How many heavy reads (dashboards, exports, rankings) run at the same time. */
@ConfigMapping(prefix = "sild.heavy-reads")
public interface HeavyReadSettings {

    /**
     * The maximum for each instance; one caller gets at most half. It must be lower than the number of database
     * connections, which is 16.
     */
    @WithDefault("4")
    @Min(1)
    @Max(12)
    int most();

    /** How long other requests wait before the client is asked to retry. */
    @WithDefault("2S")
    @DurationMin(message = "must not be negative")
    Duration waitFor();
}
