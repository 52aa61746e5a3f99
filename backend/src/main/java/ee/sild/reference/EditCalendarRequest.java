package ee.sild.reference;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

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
        @Size(min = 1, max = 7)
        @Schema(description = "The business hours, at most one entry per day of the week")
        List<@NotNull @Valid OpeningHours> hours,

        @Size(max = 1000) @Schema(nullable = true, description = "The holidays, at most one entry per day")
        List<@NotNull @Valid Holiday> holidays) {

    public EditCalendarRequest {
        holidays = holidays == null ? List.of() : holidays;
    }

    /** Throws if the time zone, the hours or the holidays are invalid. */
    void check() {
        var findings = new Violations().requireReference(isTimeZone(), "/timeZone");
        for (int i = 0; i < hours.size(); i++) {
            findings.addIf(
                    hours.get(i).opens().compareTo(hours.get(i).closes()) >= 0,
                    "/hours/" + i + "/closes",
                    "closes-first");
        }
        findings.addIf(hours.stream().map(OpeningHours::day).distinct().count() < hours.size(), "/hours", "twice")
                .addIf(holidays.stream().map(Holiday::day).distinct().count() < holidays.size(), "/holidays", "twice")
                .throwIfAny();
    }

    private boolean isTimeZone() {
        try {
            return ZoneId.of(timeZone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
