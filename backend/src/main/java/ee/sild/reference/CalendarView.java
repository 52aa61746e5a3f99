package ee.sild.reference;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.http.Versioned;

/** A calendar of business hours: weekly hours in a time zone, except on holidays and short days. */
public record CalendarView(
        UUID id,
        @Schema(examples = "Estonia, office hours") String name,
        @Schema(examples = "Europe/Tallinn") String timeZone,
        List<OpeningHours> hours,
        List<Holiday> holidays,
        long version)
        implements Identified, Versioned {}
