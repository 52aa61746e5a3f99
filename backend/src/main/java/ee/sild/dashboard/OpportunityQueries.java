package ee.sild.dashboard;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

/** The numbers of opportunities on the dashboard. */
@ApplicationScoped
class OpportunityQueries {

    private static final String TOTALS = """
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
    private static final String BY_STATUS = """
            select status as key, count(*) as count, coalesce(sum(estimated), 0) as value
              from seen where not is_closed(status) group by status
            """;
    private static final String BY_PHASE = """
            select phase as key, count(*) as count, coalesce(sum(estimated), 0) as value
              from seen where is_worked(status) group by phase
            """;
    private static final String BY_MONTH = """
            select to_char(month, 'YYYY-MM') as key, count(*) filter (where status = 'WON') as won,
                   count(*) filter (where status = 'LOST') as lost,
                     coalesce(sum(actual) filter (where status = 'WON'), 0) as value
              from generate_series(date_trunc('month', cast(:today as date)) - interval '11 months',
                                   date_trunc('month', cast(:today as date)), interval '1 month') month
              left join seen on date_trunc('month', seen.closed_on) = month
             group by month order by month
            """;
    private static final String TOP_PARTNERS = """
            select p.id, p.name, count(*) filter (where s.status = 'WON') as won,
                   coalesce(sum(s.actual) filter (where s.status = 'WON'), 0) as value,
                   count(*) filter (where s.status = 'WON') * 1.0 / nullif(count(*), 0) as win_rate
              from seen s join partner p on p.id = s.partner_id
             where s.status in ('WON', 'LOST') and s.closed_on > cast(:today as date) - 365
             group by p.id, p.name order by value desc, p.name limit 8
            """;
    private final SeenOpportunities seen;

    OpportunityQueries(SeenOpportunities seen) {
        this.seen = seen;
    }

    Tuple totals() {
        return seen.rows(TOTALS).getFirst();
    }

    List<Tuple> byStatus() {
        return seen.rows(BY_STATUS);
    }

    List<Tuple> byPhase() {
        return seen.rows(BY_PHASE);
    }

    /** The last twelve months. */
    List<Tuple> byMonth() {
        return seen.rows(BY_MONTH);
    }

    /** The partners that won most in the last year. */
    List<Tuple> topPartners() {
        return seen.rows(TOP_PARTNERS);
    }
}
