package ee.sild.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.problem.Invalid;

/** Creates the tiers and calendars of the partner programme. */
@ApplicationScoped
public class ReferenceData {

    private final EntityManager database;

    ReferenceData(EntityManager database) {
        this.database = database;
    }

    public TierView createTier(EditTierRequest request) {
        check(request);
        var tier = new Tier(request);
        database.persist(tier);
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

    /** Throws if the calendar does not exist. */
    void check(EditTierRequest details) {
        if (details.calendarId() != null && database.find(BusinessCalendar.class, details.calendarId()) == null) {
            throw new Invalid("/calendarId", "unknown-reference");
        }
    }
}
