package ee.sild.notification.live;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How changes are streamed to connected clients. */
@ConfigMapping(prefix = "sild.live")
public interface LiveSettings {

    /**
     * A stream ends after this time and the client resumes it where it stopped. A client that lost access is rejected
     * then.
     */
    @WithDefault("1M")
    @DurationMin(message = "must not be negative")
    Duration length();
}
