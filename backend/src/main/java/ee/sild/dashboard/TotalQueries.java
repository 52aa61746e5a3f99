package ee.sild.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import ee.sild.platform.VendorDays;
import ee.sild.platform.security.CurrentUser;
import ee.sild.settings.CurrencySettings;

/** Reads the numbers of the opportunities that the caller may see. They are kept, not counted: see ADR 27. */
@ApplicationScoped
class TotalQueries {

    /** The viewer of the vendor's rows. */
    private static final UUID VENDOR = new UUID(0, 0);

    private static final String TOTALS = """
            select status, phase, alert, case when closed_on < 'infinity' then to_char(closed_on, 'YYYY-MM') end as month,
                   closed_on > cast(:today as date) - 365 as in_last_year,
                   closed_on >= date_trunc('year', cast(:today as date)) as this_year,
                   sum(count) as count, sum(value) as value, sum(forecast) as forecast, sum(actual) as actual,
                   sum(exhausted) as exhausted, sum(extension_requested) as extension_requested
              from counted_opportunity
             where viewer_id = :viewer and (cast(:seller as uuid) is null or visible_to = :seller)
               and closed_on > cast(:today as date) - 367
             group by 1, 2, 3, 4, 5, 6
            """;
    private static final String UNCONVERTED = """
            select coalesce(sum(unconverted), 0)
              from counted_opportunity
             where viewer_id = :viewer and (cast(:seller as uuid) is null or visible_to = :seller) and unconverted <> 0
            """;
    private static final String NEXT = """
            select (select min(answer_by) from listed_opportunity
                     where viewer_id = :viewer and (cast(:seller as uuid) is null or visible_to = :seller)
                       and status = 'DELIVERED') as answer,
                   (select due_on from listed_opportunity
                     where viewer_id = :viewer and (cast(:seller as uuid) is null or visible_to = :seller)
                       and coalesce(due_on, '9999-12-31') >= :today and is_worked(status)
                     order by coalesce(due_on, '9999-12-31') limit 1) as due
            """;
    /** From the partner statistics. */
    private static final String TOP_PARTNERS = """
            select p.id, p.name, s.year_won as won, s.year_value as value,
                   s.year_won * 1.0 / (s.year_won + s.year_lost) as win_rate
              from partner_statistics s join partner p on p.id = s.partner_id
             where s.year_won > 0
             order by s.year_value desc, s.partner_id limit 8
            """;

    private final EntityManager database;
    private final CurrentUser user;
    private final CurrencySettings currency;
    private final Clock clock;

    TotalQueries(EntityManager database, CurrentUser user, CurrencySettings currency, Clock clock) {
        this.database = database;
        this.user = user;
        this.currency = currency;
        this.clock = clock;
    }

    OpportunityTotals totals() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = ofCaller(TOTALS).setParameter("today", today()).getResultList();
        return new OpportunityTotals(
                rows.stream().map(OpportunityTotal::of).toList(), currency.baseCurrency(), today());
    }

    /** How many opportunities the sums do not contain because there is no exchange rate. */
    long unconverted() {
        return ((Number) ((Tuple) ofCaller(UNCONVERTED).getSingleResult()).get(0)).longValue();
    }

    /** When the partner has to answer next, and which due date comes next. */
    Tuple next() {
        return (Tuple) ofCaller(NEXT).setParameter("today", today()).getSingleResult();
    }

    /** The partners that won most in the last 365 days. */
    @SuppressWarnings("unchecked")
    List<Tuple> topPartners() {
        return database.createNativeQuery(TOP_PARTNERS, Tuple.class).getResultList();
    }

    private Query ofCaller(String sql) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter("viewer", user.isStaff() ? VENDOR : user.partnerId())
                .setParameter("seller", user.assigneeScope());
    }

    private LocalDate today() {
        return VendorDays.of(clock.instant());
    }
}
