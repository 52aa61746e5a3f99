package ee.sild.dashboard;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.platform.security.CurrentUser;

/** The numbers of registrations on the dashboard, and how partners answer offers. */
@ApplicationScoped
class AnswerQueries {

    private static final String REGISTRATIONS = """
            select count(*) filter (where status = 'SUBMITTED') as pending, count(extension_until) as extensions,
              count(*) filter (where status = 'RETURNED') as returned,
                   count(*) filter (where status = 'APPROVED') as approved,
                     min(exclusive_until) filter (where status = 'APPROVED') as next
              from deal_registration r
             where (cast(:partner as uuid) is null or partner_id = :partner)
               and (cast(:seller as uuid) is null or exists (select from opportunity o where o.id = r.opportunity_id
                 and sees_opportunity(o.partner_id, o.collaboration_id, o.partner_user_id, o.status,
                   r.partner_id, true, :seller)))
            """;
    private static final String ANSWERS = """
            select count(*) filter (where answered_at is not null and status <> 'DECLINED') * 1.0
                       / nullif(count(*) filter (where answered_at is not null or status = 'EXPIRED'), 0) as acceptance,
                   avg(extract(epoch from answered_at - delivered_at)) / 3600 as hours
              from distribution where delivered_at > :since and asked
            """;

    private final EntityManager database;
    private final CurrentUser user;
    private final Clock clock;

    AnswerQueries(EntityManager database, CurrentUser user, Clock clock) {
        this.database = database;
        this.user = user;
        this.clock = clock;
    }

    Tuple registrations() {
        return (Tuple) database.createNativeQuery(REGISTRATIONS, Tuple.class)
                .setParameter("partner", user.partnerScope())
                .setParameter("seller", user.assigneeScope())
                .getSingleResult();
    }

    /** How partners answered the offers of the last year. */
    Tuple answers() {
        return (Tuple) database.createNativeQuery(ANSWERS, Tuple.class)
                .setParameter("since", clock.instant().minusSeconds(365L * 24 * 3600))
                .getSingleResult();
    }
}
