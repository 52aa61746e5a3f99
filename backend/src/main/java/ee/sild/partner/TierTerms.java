package ee.sild.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.EntityManager;

import ee.sild.platform.problem.RuleViolation;
import ee.sild.reference.AnswerTime;
import ee.sild.reference.BusinessCalendar;
import ee.sild.reference.Tier;
import ee.sild.settings.VendorPolicy;

/**
 * What a partner's tier grants it.
 *
 * @param tier null if the partner has none
 * @param calendar the calendar of the tier, in which times elapse; null for 24/7
 */
record TierTerms(Tier tier, BusinessCalendar calendar) {

    /** The terms of a partner without a tier. */
    static final TierTerms NONE = new TierTerms(null, null);

    private static final Duration WITHOUT_TIER = Duration.ofDays(2);

    static TierTerms of(Tier tier, EntityManager database) {
        return new TierTerms(
                tier, tier.calendarId() == null ? null : database.find(BusinessCalendar.class, tier.calendarId()));
    }

    /**
     * When an offer made now must be answered, and when the partner is reminded. Throws if the calendar has too few
     * business hours.
     *
     * @param chosen the deadline that staff set; null for the tier's time
     */
    AnswerTime answerTime(Instant chosen, Instant now, VendorPolicy policy) {
        if (chosen != null) {
            return NONE.answerTime(now, Duration.between(now, chosen), policy);
        }
        return answerTime(now, tier == null ? WITHOUT_TIER : tier.answerTime(), policy);
    }

    private AnswerTime answerTime(Instant now, Duration time, VendorPolicy policy) {
        return new AnswerTime(
                after(now, time).orElseThrow(() -> new RuleViolation("distribution.no-deadline")),
                policy.reminderAfter(time).flatMap(part -> after(now, part)).orElse(null));
    }

    Optional<Integer> exclusivityDays() {
        return Optional.ofNullable(tier).map(Tier::exclusivityDays);
    }

    /** The instant when this much time has passed; empty if the calendar does not have it within two years. */
    Optional<Instant> after(Instant now, Duration time) {
        return calendar == null ? Optional.of(now.plus(time)) : calendar.after(now, time);
    }
}
