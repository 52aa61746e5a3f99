package ee.sild.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.platform.security.CurrentUser;

/** The opportunities that the caller may see, with what the caller sees of them. */
@ApplicationScoped
class SeenOpportunities {

    private static final String SEEN = """
            with seen as (
                select case when c.id is not null and c.joined_at is null then 'DELIVERED' else o.status end as status,
                       case when c.id is null or c.joined_at is not null
                            then alert_of(o.status, case when is_worked(o.status)
                              then partner_active_at(o.id, o.accepted_at) end,
                                          o.accepted_at, o.due_on, :now) end as alert,
                       o.exhausted, o.extension_requested_at, o.phase, o.partner_id, o.probability, o.due_on,
                         o.closed_on, o.estimated_value, o.actual_value,
                       coalesce(c.answer_by, o.answer_by) as answer_by, to_base(o.estimated_value, o.currency,
                         :today) as estimated,
                       to_base(o.actual_value, o.currency, o.closed_on) as actual
                  from opportunity o
                  left join collaborator c on c.opportunity_id = o.id and c.partner_id = :company
                 where cast(:partner as uuid) is null
                    or sees_opportunity(o.partner_id, o.collaboration_id, o.partner_user_id, o.status,
                         :partner, cast(:seller as uuid) is not null, :seller)
                    or sees_as_collaborator(c.partner_id, c.partner_user_id,
                         :partner, cast(:seller as uuid) is not null, :seller)
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
                .setParameter("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("now", clock.instant())
                .setParameter("company", user.partnerId())
                .setParameter("partner", user.partnerScope())
                .setParameter("seller", user.assigneeScope())
                .getResultList();
    }
}
