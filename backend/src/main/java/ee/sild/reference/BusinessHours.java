package ee.sild.reference;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts working time. Hours are elapsed hours: if the clocks go forward between opening and closing, that day is
 * shorter. What is open after midnight belongs to the day on which it opened.
 *
 * @param week the hours of each day of the week
 * @param special the days that differ from their day of the week: holidays, and short days with hours of their own
 */
record BusinessHours(ZoneId zone, Map<DayOfWeek, List<OpeningHours>> week, Map<LocalDate, List<Holiday>> special) {

    /** The longest time that a deadline may be away. */
    static final Duration BOUND = Duration.ofDays(2 * 366L);

    private record Interval(Instant opens, Instant closes) {}

    /** The instant when this much working time has passed; empty if that takes longer than two years. */
    Optional<Instant> after(Instant from, Duration worked) {
        var left = worked;
        Instant bound = from.plus(BOUND);
        Instant counted = from;
        // The day before may be open after midnight.
        for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1);
                counted.isBefore(bound) && day.atStartOfDay(zone).toInstant().isBefore(bound);
                day = day.plusDays(1)) {
            for (Interval open : on(day)) {
                Instant begins = open.opens().isBefore(counted) ? counted : open.opens();
                if (begins.isBefore(open.closes())) {
                    var time = Duration.between(begins, open.closes());
                    if (time.compareTo(left) >= 0) {
                        return Optional.of(begins.plus(left)).filter(end -> !end.isAfter(bound));
                    }
                    left = left.minus(time);
                    counted = open.closes();
                }
            }
        }
        return Optional.empty();
    }

    private List<Interval> on(LocalDate day) {
        var own = special.get(day);
        var hours = own == null
                ? week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                        .map(one -> interval(day, one.opens(), one.closes()))
                : own.stream().filter(Holiday::hasHours).map(one -> interval(day, one.opens(), one.closes()));
        return sorted(hours);
    }

    private static List<Interval> sorted(Stream<Interval> hours) {
        return hours.sorted(Comparator.comparing(Interval::opens)).toList();
    }

    private Interval interval(LocalDate day, String opens, String closes) {
        LocalDate end = OpeningHours.isOnNextDay(opens, closes) ? day.plusDays(1) : day;
        return new Interval(
                day.atTime(LocalTime.parse(opens)).atZone(zone).toInstant(),
                end.atTime(closes.equals(OpeningHours.MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(closes))
                        .atZone(zone)
                        .toInstant());
    }
}
