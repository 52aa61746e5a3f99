package ee.sild.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import ee.sild.platform.Ids;

/** A calendar of business hours: weekly hours in a time zone, without holidays. */
@Entity
@Table(name = "calendar")
public class BusinessCalendar {

    @Id
    private UUID id;

    private String name;
    private String timeZone;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "calendar_hours", joinColumns = @JoinColumn(name = "calendar_id"))
    private Set<OpeningHours> hours = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "calendar_holiday", joinColumns = @JoinColumn(name = "calendar_id"))
    private Set<Holiday> holidays = new HashSet<>();

    protected BusinessCalendar() {
        // for Hibernate
    }

    BusinessCalendar(EditCalendarRequest details) {
        this.id = Ids.next();
        edit(details);
    }

    void edit(EditCalendarRequest details) {
        name = details.name().strip();
        timeZone = details.timeZone();
        hours.retainAll(details.hours());
        hours.addAll(details.hours());
        holidays.retainAll(details.holidays());
        holidays.addAll(details.holidays());
    }

    public Instant after(Instant from, Duration worked) {
        return new BusinessHours(
                        ZoneId.of(timeZone),
                        hours.stream().collect(Collectors.toMap(OpeningHours::day, day -> day)),
                        holidays.stream().map(Holiday::day).collect(Collectors.toSet()))
                .after(from, worked);
    }

    List<OpeningHours> hours() {
        return hours.stream().sorted(Comparator.comparing(OpeningHours::day)).toList();
    }

    List<Holiday> holidays() {
        return holidays.stream().sorted(Comparator.comparing(Holiday::day)).toList();
    }

    EditCalendarRequest details() {
        return new EditCalendarRequest(name, timeZone, hours(), holidays());
    }

    CalendarView view() {
        return new CalendarView(id, name, timeZone, hours(), holidays(), version);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }
}
