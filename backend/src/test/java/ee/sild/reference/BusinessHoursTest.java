package ee.sild.reference;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BusinessHoursTest {

    private static final ZoneId TALLINN = ZoneId.of("Europe/Tallinn");
    private static final Map<LocalDate, List<Holiday>> NO_HOLIDAYS = Map.of();

    /** Hours such as {@code MONDAY 09:00-17:00}. */
    private static Map<DayOfWeek, List<OpeningHours>> week(String... hours) {
        return Stream.of(hours)
                .map(one -> one.split("[ -]"))
                .map(one -> new OpeningHours(DayOfWeek.valueOf(one[0]), one[1], one[2]))
                .collect(Collectors.groupingBy(OpeningHours::day));
    }

    private static Map<DayOfWeek, List<OpeningHours>> daily(String... hours) {
        return week(Stream.of(DayOfWeek.values())
                .flatMap(day -> Stream.of(hours).map(one -> day + " " + one))
                .toArray(String[]::new));
    }

    private static Map<LocalDate, List<Holiday>> special(Holiday... days) {
        return Stream.of(days).collect(Collectors.groupingBy(Holiday::day));
    }

    /** Monday to Thursday 9 to 17, Friday 9 to 16, one holiday, and a short day before it. */
    private static BusinessHours office() {
        return new BusinessHours(
                TALLINN,
                week(
                        "MONDAY 09:00-17:00",
                        "TUESDAY 09:00-17:00",
                        "WEDNESDAY 09:00-17:00",
                        "THURSDAY 09:00-17:00",
                        "FRIDAY 09:00-16:00"),
                special(
                        Holiday.closed(LocalDate.parse("2027-02-24"), "Vabariigi aastapäev"),
                        new Holiday(LocalDate.parse("2027-02-23"), "Lühendatud tööpäev", "09:00", "14:00")));
    }

    @ParameterizedTest(name = "{0} and {1} h: {2}")
    @CsvSource({
        "2027-02-15T10:00, 4, 2027-02-15T14:00", // within a day
        "2027-02-15T10:00, 7, 2027-02-15T17:00", // to the end of a day
        "2027-02-15T06:00, 1, 2027-02-15T10:00", // before opening
        "2027-02-15T20:00, 1, 2027-02-16T10:00", // after closing
        "2027-02-15T15:00, 8, 2027-02-16T15:00", // overnight
        "2027-02-22T15:00, 7, 2027-02-23T14:00", // to the end of a short day
        "2027-02-22T15:00, 8, 2027-02-25T10:00", // over a short day and a holiday
        "2027-02-26T15:30, 1, 2027-03-01T09:30", // over a weekend
        "2027-02-27T12:00, 8, 2027-03-01T17:00", // starts on a weekend
        "2027-02-22T09:00, 28, 2027-02-26T16:00", // a whole week with a holiday and a short day
        "2027-03-26T15:00, 2, 2027-03-29T10:00" // daylight saving time starts on Sunday
    })
    void only_business_hours_count(String from, long hours, String until) {
        assertThat(office().after(at(from), Duration.ofHours(hours))).contains(at(until));
    }

    private static Instant at(String local) {
        return at(local, TALLINN);
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    @ParameterizedTest(name = "{0} and {1} min: {2}")
    @CsvSource({
        "2027-02-15T11:30, 90, 2027-02-15T14:00", // over a break
        "2027-02-15T12:30, 30, 2027-02-15T13:30", // starts in a break
        "2027-02-15T08:00, 180, 2027-02-15T12:00", // to the beginning of a break
        "2027-02-15T08:00, 181, 2027-02-15T13:01",
        "2027-02-16T16:59, 2, 2027-02-17T09:01"
    })
    void breaks_do_not_count(String from, long minutes, String until) {
        var hours = new BusinessHours(TALLINN, daily("13:00-17:00", "09:00-12:00"), NO_HOLIDAYS);
        assertThat(hours.after(at(from), Duration.ofMinutes(minutes))).contains(at(until));
    }

    @ParameterizedTest(name = "{0} and {1} h: {2}")
    @CsvSource({
        "2027-02-15T23:00, 4, 2027-02-16T03:00", // over midnight
        "2027-02-16T05:00, 1, 2027-02-16T06:00", // in the shift of the day before
        "2027-02-16T05:00, 2, 2027-02-16T23:00", // the next shift
        "2027-02-20T01:00, 6, 2027-02-22T23:00", // Friday's shift ends on Saturday
        "2027-02-23T23:00, 8, 2027-02-25T23:00" // the shift that begins on a holiday is off
    })
    void night_shifts_belong_to_the_day_on_which_they_begin(String from, long hours, String until) {
        var nights = new BusinessHours(
                TALLINN,
                week(
                        "MONDAY 22:00-06:00",
                        "TUESDAY 22:00-06:00",
                        "WEDNESDAY 22:00-06:00",
                        "THURSDAY 22:00-06:00",
                        "FRIDAY 22:00-06:00"),
                special(Holiday.closed(LocalDate.parse("2027-02-24"), "Vabariigi aastapäev")));
        assertThat(nights.after(at(from), Duration.ofHours(hours))).contains(at(until));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Tallinn, 2027-03-27, 2027-10-30, 60",
        "America/New_York, 2027-03-13, 2027-11-06, 60",
        "Australia/Lord_Howe, 2027-10-02, 2027-04-03, 30"
    })
    void clock_changes_make_nights_shorter_and_longer(ZoneId zone, String spring, String autumn, long minutes) {
        var always = new BusinessHours(zone, daily("00:00-24:00"), NO_HOLIDAYS);
        var nights = new BusinessHours(zone, daily("22:00-06:00"), NO_HOLIDAYS);
        for (String day : List.of(spring, autumn)) {
            for (long hour = 0; hour < 72; hour++) {
                Instant from = at(day + "T00:07", zone).plus(Duration.ofHours(hour));
                for (long worked : new long[] {1, 61, 24 * 60, 48 * 60, 7 * 24 * 60 + 1}) {
                    assertThat(always.after(from, Duration.ofMinutes(worked)))
                            .as("Whole days are exact")
                            .contains(from.plus(Duration.ofMinutes(worked)));
                }
            }
            long change = day.equals(spring) ? -minutes : minutes;
            var opens = at(day + "T22:00", zone);
            var closes =
                    LocalDate.parse(day).plusDays(1).atTime(6, 0).atZone(zone).toInstant();
            var night = Duration.ofMinutes(8 * 60 + change);
            assertThat(nights.after(opens, night)).contains(closes);
            assertThat(nights.after(opens, night.plusMinutes(1)))
                    .contains(at(LocalDate.parse(day).plusDays(1) + "T22:01", zone));
        }
    }

    @Test
    void hours_that_overlap_count_once() {
        var hours = new BusinessHours(
                TALLINN,
                daily("22:00-06:00"),
                special(new Holiday(LocalDate.parse("2027-02-16"), "Pikk päev", "05:00", "07:00")));
        assertThat(hours.after(at("2027-02-16T04:00"), Duration.ofHours(3))).contains(at("2027-02-16T07:00"));
    }

    @ParameterizedTest
    @CsvSource({"104, true", "105, true", "106, false", "2000, false"})
    void a_deadline_is_at_most_two_years_away(long hours, boolean found) {
        var rare = new BusinessHours(TALLINN, week("MONDAY 09:00-10:00"), NO_HOLIDAYS);
        assertThat(rare.after(at("2027-02-15T09:00"), Duration.ofHours(hours)).isPresent())
                .isEqualTo(found);
    }

    @Test
    void a_calendar_without_hours_has_no_deadline() {
        var never = new BusinessHours(TALLINN, Map.of(), NO_HOLIDAYS);
        assertThat(never.after(at("2027-02-22T10:00"), Duration.ofHours(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'MONDAY 09:00-12:00,MONDAY 12:00-17:00', false",
        "'MONDAY 09:00-12:01,MONDAY 12:00-17:00', true",
        "'MONDAY 22:00-06:00,TUESDAY 06:00-14:00', false",
        "'MONDAY 22:00-06:01,TUESDAY 06:00-14:00', true",
        "'SUNDAY 22:00-06:00,MONDAY 06:00-14:00', false",
        "'SUNDAY 22:00-06:00,MONDAY 05:00-14:00', true",
        "'SUNDAY 00:00-24:00,MONDAY 00:00-24:00', false",
        "'TUESDAY 10:00-09:00', false"
    })
    void overlapping_hours_are_found(String hours, boolean overlap) {
        var all = week(hours.split(",")).values().stream().flatMap(List::stream).toList();
        assertThat(OpeningHours.overlap(all)).isEqualTo(overlap);
    }
}
