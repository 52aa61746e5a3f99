package ee.sild.reference;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.problem.Violations;

/** A calendar's business hours and holidays. */
public record EditCalendarRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Estonia, office hours")
        String name,

        @NotBlank
        @Size(max = 50)
        @Schema(description = "A name from the IANA time zone database", examples = "Europe/Tallinn")
        String timeZone,

        @NotNull
        @Size(min = 1, max = 70)
        @Schema(description = "The business hours. A day may have several, which do not overlap.")
        List<@NotNull @Valid OpeningHours> hours,

        @Size(max = 1000) @Schema(nullable = true, description = "The holidays and short days")
        List<@NotNull @Valid Holiday> holidays) {

    public EditCalendarRequest {
        holidays = holidays == null ? List.of() : holidays;
    }

    /** Throws if the time zone, the hours or the holidays are invalid. */
    void check() {
        var findings = new Violations().requireReference(isTimeZone(), "/timeZone");
        for (int i = 0; i < hours.size(); i++) {
            findings.addIf(
                    hours.get(i).opens().equals(hours.get(i).closes()), "/hours/" + i + "/closes", "closes-first");
        }
        for (int i = 0; i < holidays.size(); i++) {
            var holiday = holidays.get(i);
            String pointer = "/holidays/" + i + (holiday.opens() == null ? "/opens" : "/closes");
            findings.addIf((holiday.opens() == null) != (holiday.closes() == null), pointer, "required")
                    .addIf(
                            holiday.opens() != null && holiday.opens().equals(holiday.closes()),
                            pointer,
                            "closes-first");
        }
        findings.addIf(OpeningHours.overlap(hours), "/hours", "overlap").throwIfAny();
        findings.addIf(
                        holidays.stream().collect(Collectors.groupingBy(Holiday::day)).values().stream()
                                .anyMatch(EditCalendarRequest::isTwice),
                        "/holidays",
                        "twice")
                .throwIfAny();
    }

    /** Whether entries of one day contradict each other. */
    private static boolean isTwice(List<Holiday> ofOneDay) {
        if (ofOneDay.size() > 1 && !ofOneDay.stream().allMatch(Holiday::hasHours)) {
            return true;
        }
        int end = 0;
        for (Holiday one : ofOneDay.stream()
                .filter(Holiday::hasHours)
                .sorted(Comparator.comparing(Holiday::opens))
                .toList()) {
            if (OpeningHours.minutes(one.opens()) < end) {
                return true;
            }
            end = OpeningHours.endOf(one.opens(), one.closes());
        }
        return false;
    }

    private boolean isTimeZone() {
        try {
            return ZoneId.of(timeZone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
