package ee.sild.platform.http.limit;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** Limits for requests. */
@ConfigMapping(prefix = "sild.limits")
public interface LimitSettings {

    /** Requests per minute for each caller. */
    @WithDefault("1200")
    @Min(1)
    int requests();

    /** Wrong passwords or secrets for one name from one network address; ten times as many for the address. */
    @WithDefault("10")
    @Min(1)
    int attempts();

    /** The time in which the attempts are refilled. */
    @WithDefault("15M")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration attemptsWithin();

    /** The time within which the body of a request must arrive. */
    @WithDefault("30S")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration bodyTimeout();

    /** The time within which the body of a request with a file must arrive. */
    @WithDefault("5M")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration fileTimeout();
}
