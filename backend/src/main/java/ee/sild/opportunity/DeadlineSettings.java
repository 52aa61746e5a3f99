package ee.sild.opportunity;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How often the deadlines of opportunities are checked. */
@ConfigMapping(prefix = "sild.answer-clock")
public interface DeadlineSettings {

    /** How often deadlines are checked. */
    @WithDefault("5S")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration every();

    /** How often the inactivity of partners is checked. */
    @WithDefault("10M")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration inactivityEvery();
}
