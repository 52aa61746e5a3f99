package ee.sild.registration;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How partners get exclusivity. */
@ConfigMapping(prefix = "sild.registration")
public interface RegistrationSettings {

    /** The vendor decides within this time, counted in the tier's business hours. */
    @WithDefault("16H")
    @DurationMin(minutes = 1, message = "must be at least a minute")
    Duration decideWithin();

    /** How many days exclusivity lasts, unless the approver sets another number. */
    @WithDefault("90")
    @Min(1)
    @Max(3650)
    int days();

    /** How many days before the end the partner is reminded. */
    @WithDefault("14")
    @Min(0)
    @Max(365)
    int remindDays();

    /** How many times exclusivity can be extended. */
    @WithDefault("2")
    @Min(0)
    int extensions();
}
