package ee.sild.reference;

import java.time.DayOfWeek;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The business hours on one day of the week. */
@Embeddable
public record OpeningHours(
        @NotNull @Enumerated(EnumType.STRING) @Column(name = "day")
        DayOfWeek day,

        @NotNull
        @Pattern(regexp = TIME)
        @Schema(
                description = "The opening time in hours and minutes, in the time zone of the calendar",
                examples = "09:00")
        String opens,

        @NotNull
        @Pattern(regexp = TIME)
        @Schema(description = "The closing time, later on the same day", examples = "17:00")
        String closes) {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
}
