package ee.sild.partner.reference;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.http.Versioned;

/** A level of the partner programme. */
public record TierView(
        UUID id,
        @Schema(examples = "Gold") String name,

        @Schema(description = "1 is the highest", examples = "1")
        int level,

        @Schema(description = "Hours that a partner has to answer an offer", examples = "24")
        int answerHours,

        @Schema(nullable = true, description = "The calendar in which these hours run; null for around the clock")
        UUID calendarId,

        @Schema(
                nullable = true,
                description = "Days for which a registration is exclusive; null for the usual time",
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
