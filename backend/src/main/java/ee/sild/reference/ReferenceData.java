package ee.sild.reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.Violations;

/** Creates the tiers and calendars of the partner programme. */
@ApplicationScoped
public class ReferenceData {

    private final EntityManager database;
    private final Clock clock;

    ReferenceData(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public TierView createTier(EditTierRequest request) {
        check(request);
        var tier = new Tier(request, clock.instant());
        database.persist(tier);
        database.flush();
        return TierView.of(tier);
    }

    public TierView editTier(Tier tier, EditTierRequest edited) {
        check(edited);
        tier.edit(edited, clock.instant());
        database.flush();
        return TierView.of(tier);
    }

    public CalendarView createCalendar(EditCalendarRequest request) {
        request.check();
        var calendar = new BusinessCalendar(request);
        database.persist(calendar);
        database.flush();
        return calendar.view();
    }

    /** Throws if the calendar does not exist, or has too few business hours for the answer time. */
    private void check(EditTierRequest details) {
        if (details.calendarId() == null) {
            return;
        }
        // The lock keeps the calendar from changing meanwhile.
        var calendar = database.find(BusinessCalendar.class, details.calendarId(), LockModeType.PESSIMISTIC_READ);
        if (calendar == null) {
            throw new Invalid("/calendarId", "unknown-reference");
        }
        if (!calendar.reaches(Duration.ofHours(details.answerHours())).test(clock.instant())) {
            throw new Invalid("/answerHours", "unreachable");
        }
    }

    /** Throws if a calendar has too few business hours for the answer time of a tier. */
    void checkTiersOf(BusinessCalendar calendar) {
        Instant now = clock.instant();
        var violations = new Violations();
        database.createQuery("from Tier where calendarId = :calendar order by level", Tier.class)
                .setParameter("calendar", calendar.id())
                .getResultStream()
                .filter(tier -> !calendar.reaches(tier.answerTime()).test(now))
                .forEach(tier -> violations.addIf(true, "/hours", "unreachable-tier", tier.name(), tier.answerHours()));
        violations.throwIfAny();
    }
}
