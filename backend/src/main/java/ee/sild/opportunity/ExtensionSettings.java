package ee.sild.opportunity;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How far a managing partner may extend the due date of an opportunity. */
@ConfigMapping(prefix = "sild.extension")
public interface ExtensionSettings {

    /** How many times. */
    @WithDefault("2")
    @Min(0)
    int times();

    /** How many days each time. */
    @WithDefault("90")
    @Min(1)
    int days();
}
