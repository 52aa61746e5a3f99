package ee.sild.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.platform.security.CurrentUser;

/** The numbers of registrations on the dashboard, and how partners answer offers. */
@ApplicationScoped
class AnswerQueries {

    private static final String OF_VENDOR = """
            select (select count(*) from deal_registration where status = 'SUBMITTED') as pending,
                   (select count(*) from deal_registration where extension_until is not null) as extensions,
                   (select count(*) from deal_registration where change_requested_at is not null) as changes
            """;
    private static final String OF_PARTNER = """
            select count(*) filter (where status = 'SUBMITTED') as pending,
                   count(*) filter (where status = 'RETURNED') as returned,
                   count(*) filter (where status = 'APPROVED') as approved,
                   min(exclusive_until) filter (where status = 'APPROVED') as next
              from deal_registration r
             where r.partner_id = :partner and r.status in ('SUBMITTED', 'RETURNED', 'APPROVED')
               and (cast(:seller as uuid) is null or exists (select from opportunity o where o.id = r.opportunity_id
                 and sees_opportunity(o.partner_id, o.collaboration_id, o.partner_user_id, o.status,
                   r.partner_id, true, :seller)))
            """;
    /** From the partner statistics. */
    private static final String ANSWERS = """
            select sum(year_accepted) * 1.0 / nullif(sum(year_ended), 0) as acceptance,
                   sum(year_hours) / nullif(sum(year_answers), 0) as hours
              from partner_statistics
            """;

    private final EntityManager database;
    private final CurrentUser user;

    AnswerQueries(EntityManager database, CurrentUser user) {
        this.database = database;
        this.user = user;
    }

    Tuple registrations() {
        var query = database.createNativeQuery(user.isStaff() ? OF_VENDOR : OF_PARTNER, Tuple.class);
        if (!user.isStaff()) {
            query.setParameter("partner", user.partnerScope()).setParameter("seller", user.assigneeScope());
        }
        return (Tuple) query.getSingleResult();
    }

    /** How partners answered the offers of the last year. */
    Tuple answers() {
        return (Tuple) database.createNativeQuery(ANSWERS, Tuple.class).getSingleResult();
    }
}
