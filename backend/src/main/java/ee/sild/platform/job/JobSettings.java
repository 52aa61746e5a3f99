package ee.sild.platform.job;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How instances share recurring jobs. */
@ConfigMapping(prefix = "sild.jobs")
public interface JobSettings {

    /**
     * How often an instance reports that it is alive. After four missed heartbeats, other instances take over its jobs.
     */
    @WithDefault("5S")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration heartbeat();
}
