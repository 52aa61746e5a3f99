package ee.sild.reference;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BusinessHoursTest {

    private static final ZoneId TALLINN = ZoneId.of("Europe/Tallinn");

    /** Monday to Thursday 9 to 17, Friday 9 to 16, and one holiday, Wednesday 24 February 2027. */
    private static BusinessHours office() {
        Map<DayOfWeek, OpeningHours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                week.put(day, new OpeningHours(day, "09:00", day == DayOfWeek.FRIDAY ? "16:00" : "17:00"));
            }
        }
        return new BusinessHours(TALLINN, week, Set.of(LocalDate.parse("2027-02-24")));
    }

    @ParameterizedTest(name = "{0} and {1} h: {2}")
    @CsvSource({
        "2027-02-22T10:00, 4, 2027-02-22T14:00", // within a day
        "2027-02-22T10:00, 7, 2027-02-22T17:00", // to the end of a day
        "2027-02-22T06:00, 1, 2027-02-22T10:00", // before opening
        "2027-02-22T20:00, 1, 2027-02-23T10:00", // after closing
        "2027-02-22T15:00, 8, 2027-02-23T15:00", // overnight
        "2027-02-23T15:00, 4, 2027-02-25T11:00", // over a holiday
        "2027-02-26T15:30, 1, 2027-03-01T09:30", // over a weekend
        "2027-02-27T12:00, 8, 2027-03-01T17:00", // starts on a weekend
        "2027-02-22T09:00, 31, 2027-02-26T16:00", // a whole week with a holiday
        "2027-03-26T15:00, 2, 2027-03-29T10:00" // daylight saving time starts on Sunday
    })
    void only_business_hours_count(String from, long hours, String until) {
        assertThat(office().after(at(from), Duration.ofHours(hours))).isEqualTo(at(until));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TALLINN).toInstant();
    }

    @Test
    void a_day_with_a_clock_change_is_an_hour_shorter() {
        var always = new EnumMap<DayOfWeek, OpeningHours>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            always.put(day, new OpeningHours(day, "00:00", "12:00"));
        }
        var start = ZonedDateTime.of(2027, 3, 28, 0, 0, 0, 0, TALLINN);
        assertThat(new BusinessHours(TALLINN, always, Set.of()).after(start.toInstant(), Duration.ofHours(12)))
                .isEqualTo(start.plusDays(1).withHour(1).toInstant());
    }

    @Test
    void a_calendar_without_hours_is_rejected() {
        var never = new BusinessHours(TALLINN, Map.of(), Set.of());
        assertThatThrownBy(() -> never.after(at("2027-02-22T10:00"), Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class);
    }
}
