package ee.sild.reference;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * Counts working time. Hours are elapsed hours: if the clocks go forward between opening and closing, that day is an
 * hour shorter.
 */
record BusinessHours(ZoneId zone, Map<DayOfWeek, OpeningHours> week, Set<LocalDate> holidays) {

    /** Searches ten years at most: a calendar without working time for that long has no result. */
    private static final int DAYS = 3_660;

    /** The instant when this much working time has passed. */
    Instant after(Instant from, Duration worked) {
        var left = worked;
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int i = 0; i < DAYS; i++, day = day.plusDays(1)) {
            OpeningHours hours = holidays.contains(day) ? null : week.get(day.getDayOfWeek());
            if (hours != null) {
                Instant opens =
                        day.atTime(LocalTime.parse(hours.opens())).atZone(zone).toInstant();
                Instant closes =
                        day.atTime(LocalTime.parse(hours.closes())).atZone(zone).toInstant();
                Instant begins = opens.isBefore(from) ? from : opens;
                if (begins.isBefore(closes)) {
                    var open = Duration.between(begins, closes);
                    if (open.compareTo(left) >= 0) {
                        return begins.plus(left);
                    }
                    left = left.minus(open);
                }
            }
        }
        throw new IllegalStateException("Nobody works in this calendar");
    }
}
