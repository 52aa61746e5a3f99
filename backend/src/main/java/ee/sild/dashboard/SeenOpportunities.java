package ee.sild.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.platform.security.CurrentUser;

/** The opportunities that the caller may see, with what the caller sees of them. */
@ApplicationScoped
class SeenOpportunities {

    /** The viewer of the vendor's rows. */
    private static final UUID VENDOR = new UUID(0, 0);

    private static final String SEEN = """
            with today (day) as (select cast(:today as date)), seen as (
                select status, alert_of(status, active_at, accepted_at, due_on, :now,
                         (select stalled_after_days from policy), (select new_after_hours from policy)) as alert,
                       exhausted, extension_requested_at, phase, partner_id, probability, due_on, closed_on,
                       estimated_value, actual_value, answer_by, base_value as estimated, base_actual_value as actual
                  from listed_opportunity
                 where viewer_id = :viewer and (cast(:seller as uuid) is null or visible_to = :seller)
            )
            """;

    private final EntityManager database;
    private final CurrentUser user;
    private final Clock clock;

    SeenOpportunities(EntityManager database, CurrentUser user, Clock clock) {
        this.database = database;
        this.user = user;
        this.clock = clock;
    }

    /** @param select a query of {@code seen} */
    @SuppressWarnings("unchecked")
    List<Tuple> rows(String select) {
        return database.createNativeQuery(SEEN + select, Tuple.class)
                .setParameter("viewer", user.isStaff() ? VENDOR : user.partnerId())
                .setParameter("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("now", clock.instant())
                .setParameter("seller", user.assigneeScope())
                .getResultList();
    }
}
