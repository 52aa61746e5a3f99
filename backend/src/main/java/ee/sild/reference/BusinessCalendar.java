package ee.sild.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import ee.sild.platform.Ids;

/** A calendar of business hours: weekly hours in a time zone, except on holidays and short days. */
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

    /** The instant when this much working time has passed; empty if that takes longer than two years. */
    public Optional<Instant> after(Instant from, Duration worked) {
        return businessHours().after(from, worked);
    }

    /** Whether this much working time passes within two years of an instant, as the calendar is now. */
    public Predicate<Instant> reaches(Duration worked) {
        var now = businessHours();
        return from -> now.after(from, worked).isPresent();
    }

    private BusinessHours businessHours() {
        return new BusinessHours(
                ZoneId.of(timeZone),
                hours.stream().collect(Collectors.groupingBy(OpeningHours::day)),
                holidays.stream().collect(Collectors.groupingBy(Holiday::day)));
    }

    List<OpeningHours> hours() {
        return hours.stream()
                .sorted(Comparator.comparingInt(OpeningHours::begin))
                .toList();
    }

    List<Holiday> holidays() {
        return holidays.stream()
                .sorted(Comparator.comparing(Holiday::day)
                        .thenComparing(Holiday::opens, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
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
