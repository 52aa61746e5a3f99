package ee.sild.platform.database;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long a CSV export may take. An export that exceeds a limit is broken off, which its client can detect. */
@ConfigMapping(prefix = "sild.exports")
public interface ExportSettings {

    /** For the whole export. */
    @WithDefault("15M")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration longest();

    /** Without progress, because its client does not read. */
    @WithDefault("30S")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration stalled();
}
