package ee.sild.reference;

import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.http.Versioned;

/** A level of the partner programme. */
public record TierView(
        UUID id,
        @Schema(examples = "Gold") String name,

        @Schema(description = "The names in single languages, by their BCP 47 tags; `name` is for all others")
        Map<String, String> names,

        @Schema(description = "The name in the language of the request", examples = "Gold")
        String displayName,

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

        @Schema(description = "Whether it can no longer be chosen")
        boolean retired,

        @Schema(nullable = true, description = "The tier that has taken its place; null if there is none")
        UUID mergedIntoId,

        long version)
        implements Identified, Versioned {

    public static TierView of(Tier tier) {
        return new TierView(
                tier.id(),
                tier.name(),
                tier.names(),
                tier.displayName(),
                tier.level(),
                tier.answerHours(),
                tier.calendarId(),
                tier.exclusivityDays(),
                tier.isRetired(),
                tier.mergedIntoId(),
                tier.version());
    }
}
