package ee.sild.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.state.Phase;
import ee.sild.platform.Money;
import ee.sild.platform.Ref;
import ee.sild.platform.security.CurrentUser;
import ee.sild.settings.CurrencySettings;

/** Computes the dashboard from the opportunities that the caller may see. Each number has a list behind it. */
@ApplicationScoped
class Dashboard {

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
    private static final String OFFERS = """
            select count(*) filter (where answered_at is not null and status <> 'DECLINED') * 1.0
                       / nullif(count(*) filter (where answered_at is not null or status = 'EXPIRED'), 0) as acceptance,
                   avg(extract(epoch from answered_at - delivered_at)) / 3600 as hours
              from distribution where delivered_at > :since and asked
            """;

    private final EntityManager database;
    private final CurrentUser user;
    private final CurrencySettings currency;
    private final Clock clock;

    Dashboard(EntityManager database, CurrentUser user, CurrencySettings currency, Clock clock) {
        this.database = database;
        this.user = user;
        this.currency = currency;
        this.clock = clock;
    }

    DashboardView view() {
        Tuple totals = rows(TOTALS).getFirst();
        Tuple registrations = registrations();
        return new DashboardView(
                user.isStaff() ? staff(totals, registrations) : null,
                user.isStaff() ? null : partner(totals, registrations),
                list(
                                BY_STATUS,
                                row -> new StatusCount(
                                        OpportunityStatus.valueOf(text(row)), count(row, "count"), money(row, "value")))
                        .stream()
                        .sorted(Comparator.comparing(StatusCount::status))
                        .toList(),
                list(
                                BY_PHASE,
                                row -> new PhaseCount(
                                        Phase.valueOf(text(row)), count(row, "count"), money(row, "value")))
                        .stream()
                        .sorted(Comparator.comparing(PhaseCount::phase))
                        .toList(),
                list(
                        BY_MONTH,
                        row -> new MonthValue(text(row), count(row, "won"), count(row, "lost"), money(row, "value"))),
                count(totals, "unconverted"));
    }

    private Tuple registrations() {
        return (Tuple) database.createNativeQuery(REGISTRATIONS, Tuple.class)
                .setParameter("partner", user.partnerScope())
                .setParameter("seller", user.assigneeScope())
                .getSingleResult();
    }

    private StaffDashboard staff(Tuple totals, Tuple registrations) {
        Tuple offers = (Tuple) database.createNativeQuery(OFFERS, Tuple.class)
                .setParameter("since", clock.instant().minusSeconds(365L * 24 * 3600))
                .getSingleResult();
        var top = list(
                TOP_PARTNERS,
                row -> new PartnerValue(
                        new Ref(row.get("id", UUID.class), row.get("name", String.class)),
                        count(row, "won"),
                        money(row, "value"),
                        ratio(row, "win_rate")));
        return new StaffDashboard(
                new StaffOpportunityFigures(
                        count(totals, "pending"),
                        count(totals, "undistributed"),
                        count(totals, "fell_back"),
                        count(totals, "delivered"),
                        count(totals, "exhausted"),
                        count(totals, "extension_requested"),
                        count(totals, "untouched"),
                        count(totals, "overdue"),
                        count(totals, "stalled")),
                new StaffRegistrationFigures(count(registrations, "pending"), count(registrations, "extensions")),
                new StaffValueFigures(money(totals, "open_value"), money(totals, "forecast")),
                new StaffPerformance(
                        money(totals, "won_this_year"),
                        ratio(totals, "win_rate"),
                        ratio(offers, "acceptance"),
                        ratio(offers, "hours")),
                top);
    }

    private PartnerDashboard partner(Tuple totals, Tuple registrations) {
        return new PartnerDashboard(
                new PartnerOfferFigures(
                        count(totals, "delivered"),
                        money(totals, "delivered_value"),
                        totals.get("next_answer", Instant.class)),
                new PartnerOpportunityFigures(
                        count(totals, "managed"),
                        money(totals, "managed_value"),
                        money(totals, "managed_forecast"),
                        totals.get("next_due", LocalDate.class),
                        count(totals, "untouched"),
                        count(totals, "overdue"),
                        count(totals, "stalled"),
                        count(totals, "pending")),
                new PartnerRegistrationFigures(
                        count(registrations, "pending"),
                        count(registrations, "returned"),
                        count(registrations, "approved"),
                        registrations.get("next", Instant.class)),
                new PartnerPerformance(money(totals, "won_this_year"), ratio(totals, "win_rate")));
    }

    private <T> List<T> list(String sql, Function<Tuple, T> item) {
        return rows(sql).stream().map(item).toList();
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

    private static String text(Tuple row) {
        return row.get("key", String.class);
    }

    private static long count(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private Money money(Tuple row, String column) {
        return Money.of(((BigDecimal) row.get(column)).setScale(2, RoundingMode.HALF_UP), currency.baseCurrency());
    }

    private static Double ratio(Tuple row, String column) {
        return row.get(column) == null ? null : ((Number) row.get(column)).doubleValue();
    }
}
