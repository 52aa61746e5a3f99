package ee.sild.registration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How partners get exclusivity. */
@ConfigMapping(prefix = "sild.registration")
public interface RegistrationSettings {

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
