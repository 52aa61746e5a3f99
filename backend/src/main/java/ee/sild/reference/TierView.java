package ee.sild.reference;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.http.Versioned;

/** A level of the partner programme. */
public record TierView(
        UUID id,
        @Schema(examples = "Gold") String name,

        @Schema(description = "The level of the tier; 1 is the highest", examples = "1")
        int level,

        @Schema(description = "The number of hours that a partner has to answer an offer", examples = "24")
        int answerHours,

        @Schema(nullable = true, description = "The calendar in which these hours elapse; null for around the clock")
        UUID calendarId,

        @Schema(
                nullable = true,
                description =
                        "The number of days for which a registration is exclusive; null for the standard " + "period",
                examples = "120")
        Integer exclusivityDays,

        long version)
        implements Identified, Versioned {

    public static TierView of(Tier tier) {
        return new TierView(
                tier.id(),
                tier.name(),
                tier.level(),
                tier.answerHours(),
                tier.calendarId(),
                tier.exclusivityDays(),
                tier.version());
    }
}
