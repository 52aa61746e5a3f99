package ee.sild.platform.database;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long a database statement may take. After that, the client is asked to retry. */
@ConfigMapping(prefix = "sild.statements")
public interface StatementSettings {

    /** For requests that change nothing. */
    @WithDefault("3S")
    @DurationMin(millis = 100, message = "must be at least 0.1 seconds")
    Duration read();

    /** For all other requests. */
    @WithDefault("3S")
    @DurationMin(millis = 100, message = "must be at least 0.1 seconds")
    Duration write();

    /** For exports, for requests that read all data, and for jobs. */
    @WithDefault("30S")
    @DurationMin(millis = 100, message = "must be at least 0.1 seconds")
    Duration longest();
}
