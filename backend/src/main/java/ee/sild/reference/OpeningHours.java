package ee.sild.reference;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Business hours that begin on one day of the week. A day may have several, with breaks between them. */
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
        @Pattern(regexp = END)
        @Schema(
                description =
                        "The closing time. `24:00` is the end of the day; a time before `opens` is on the next day.",
                examples = "17:00")
        String closes) {

    static final String MIDNIGHT = "24:00";

    static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    static final String END = TIME + "|24:00";

    private static final int DAY = 24 * 60;

    /** Whether hours end on the day after they begin. */
    static boolean isOnNextDay(String opens, String closes) {
        return closes.equals(MIDNIGHT) || closes.compareTo(opens) < 0;
    }

    /** The minute of the week, from Monday, at which they begin. */
    int begin() {
        return (day.getValue() - 1) * DAY + minutes(opens);
    }

    /** The minute of the week at which they end; after the week's last one on Sunday night. */
    int end() {
        return (day.getValue() - 1) * DAY + endOf(opens, closes);
    }

    /** The minute of the day. */
    static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    /** The minute at which hours end, counted from the beginning of the day on which they begin. */
    static int endOf(String opens, String closes) {
        return minutes(closes) + (closes.compareTo(opens) < 0 ? DAY : 0);
    }

    /** Whether hours of a week are open at the same time. */
    static boolean overlap(List<OpeningHours> week) {
        var sorted = week.stream()
                .sorted(Comparator.comparingInt(OpeningHours::begin))
                .toList();
        int end = sorted.isEmpty() ? 0 : sorted.getLast().end() - 7 * DAY;
        for (OpeningHours one : sorted) {
            if (one.begin() < end) {
                return true;
            }
            end = one.end();
        }
        return false;
    }
}
