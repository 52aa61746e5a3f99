package ee.sild.platform.job;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The application's clock. */
@ConfigMapping(prefix = "sild")
public interface ClockSettings {

    /** For testing deadlines: a file with the duration by which the application's clock is ahead. */
    Optional<Path> clockOffsetFile();
}
