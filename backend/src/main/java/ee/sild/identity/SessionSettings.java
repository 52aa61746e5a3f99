package ee.sild.identity;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long users stay signed in. */
@ConfigMapping(prefix = "sild.session")
public interface SessionSettings {

    /** How long a signed token is valid. The caller is still looked up at every request. */
    @WithDefault("5M")
    @DurationMin(seconds = 1, message = "must be at least a second")
    @DurationMax(minutes = 30, message = "must be at most half an hour")
    Duration access();

    /** Users are signed out after this time without a request. */
    @WithDefault("30M")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration idle();

    /** Users are signed out after this time in any case. */
    @WithDefault("12H")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration absolute();

    /** A refresh token may be used twice within this time, because two tabs may do so. */
    @WithDefault("10S")
    @DurationMin(message = "must not be negative")
    Duration twoTabs();

    /** How long a client's old secret stays valid after rotation. */
    @WithDefault("1D")
    @DurationMin(message = "must not be negative")
    Duration secretOverlap();

    /** How long an invitation link is valid. */
    @WithDefault("7D")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration invitation();

    /** How long the link to choose a new password is valid. */
    @WithDefault("1H")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration passwordReset();

    /** How long a new email address can be confirmed. */
    @WithDefault("1D")
    @DurationMin(seconds = 1, message = "must be at least a second")
    Duration emailChange();
}
