package ee.sild.identity.signing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the keys that sign access tokens are rotated. */
@ConfigMapping(prefix = "sild.signing-keys")
public interface SigningKeySettings {

    /** A new key is created after this time. */
    @WithDefault("90D")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration replacedAfter();

    /** A new key is published this long before it signs. */
    @WithDefault("1H")
    @DurationMin(message = "must not be negative")
    Duration publishedAhead();
}
