package ee.sild.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.platform.security.CurrentUser;

/** The queries of the dashboard. They read only what the caller may see. */
@ApplicationScoped
class DashboardQueries {

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
    private static final String TOTALS = SEEN + """
            select count(*) filter (where status = 'PENDING_APPROVAL') as pending,
                   count(*) filter (where status = 'NEW') as undistributed,
                   count(*) filter (where status in ('DECLINED', 'EXPIRED', 'RETURNED')) as fell_back,
                   count(*) filter (where status = 'DELIVERED') as delivered,
                   coalesce(sum(estimated) filter (where status = 'DELIVERED'), 0) as delivered_value,
                   min(answer_by) filter (where status = 'DELIVERED') as next_answer,
                   count(*) filter (where is_worked(status)) as managed,
                   coalesce(sum(estimated) filter (where is_worked(status)), 0) as managed_value,
                   min(due_on) filter (where is_worked(status) and due_on >= :today) as next_due,
                   count(*) filter (where is_worked(status) and due_on < :today) as overdue,
                   count(*) filter (where alert = 'NEW') as untouched,
                   count(*) filter (where alert = 'STALLED') as stalled,
                   count(*) filter (where exhausted) as exhausted,
                   count(extension_requested_at) as extension_requested,
                   coalesce(sum(estimated) filter (where not is_closed(status)), 0) as open_value,
                   coalesce(sum(estimated * coalesce(probability, 0) / 100)
                       filter (where not is_closed(status)), 0) as forecast,
                   coalesce(sum(estimated * coalesce(probability, 0) / 100)
                       filter (where is_worked(status)), 0) as managed_forecast,
                   coalesce(sum(actual) filter (where status = 'WON' and closed_on >= date_trunc('year',
                     cast(:today as date))), 0) as won_this_year,
                   count(*) filter (where status = 'WON' and closed_on > cast(:today as date) - 365) * 1.0
                       / nullif(count(*) filter (where status in ('WON', 'LOST')
                         and closed_on > cast(:today as date) - 365), 0) as win_rate,
                   count(*) filter (where (estimated is null and estimated_value is not null)
                       or (actual is null and actual_value is not null)) as unconverted
              from seen
            """;
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
    private static final String BY_STATUS = SEEN + """
            select status as key, count(*) as count, coalesce(sum(estimated), 0) as value
              from seen where not is_closed(status) group by status
            """;
    private static final String BY_PHASE = SEEN + """
            select phase as key, count(*) as count, coalesce(sum(estimated), 0) as value
              from seen where is_worked(status) group by phase
            """;
    private static final String BY_MONTH = SEEN + """
            select to_char(month, 'YYYY-MM') as key, count(*) filter (where status = 'WON') as won,
                   count(*) filter (where status = 'LOST') as lost,
                     coalesce(sum(actual) filter (where status = 'WON'), 0) as value
              from generate_series(date_trunc('month', cast(:today as date)) - interval '11 months',
                                   date_trunc('month', cast(:today as date)), interval '1 month') month
              left join seen on date_trunc('month', seen.closed_on) = month
             group by month order by month
            """;
    private static final String TOP_PARTNERS = SEEN + """
            select p.id, p.name, count(*) filter (where s.status = 'WON') as won,
                   coalesce(sum(s.actual) filter (where s.status = 'WON'), 0) as value,
                   count(*) filter (where s.status = 'WON') * 1.0 / nullif(count(*), 0) as win_rate
              from seen s join partner p on p.id = s.partner_id
             where s.status in ('WON', 'LOST') and s.closed_on > cast(:today as date) - 365
             group by p.id, p.name order by value desc, p.name limit 8
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

    DashboardQueries(EntityManager database, CurrentUser user, Clock clock) {
        this.database = database;
        this.user = user;
        this.clock = clock;
    }

    Tuple totals() {
        return rows(TOTALS).getFirst();
    }

    List<Tuple> byStatus() {
        return rows(BY_STATUS);
    }

    List<Tuple> byPhase() {
        return rows(BY_PHASE);
    }

    /** The last twelve months. */
    List<Tuple> byMonth() {
        return rows(BY_MONTH);
    }

    /** The partners that won most in the last year. */
    List<Tuple> topPartners() {
        return rows(TOP_PARTNERS);
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

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("now", clock.instant())
                .setParameter("company", user.partnerId())
                .setParameter("partner", user.partnerScope())
                .setParameter("seller", user.assigneeScope())
                .getResultList();
    }
}
