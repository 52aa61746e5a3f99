package ee.sild.registration.approval;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the approvers of a registration have. */
@ConfigMapping(prefix = "sild.registration")
public interface ApprovalSettings {

    /** The vendor decides within this time, counted in the tier's business hours. */
    @WithDefault("16H")
    @DurationMin(minutes = 1, message = "must be at least a minute")
    Duration decideWithin();
}
