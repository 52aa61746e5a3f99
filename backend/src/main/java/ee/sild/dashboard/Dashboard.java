package ee.sild.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
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

    private final DashboardQueries queries;
    private final CurrentUser user;
    private final CurrencySettings currency;

    Dashboard(DashboardQueries queries, CurrentUser user, CurrencySettings currency) {
        this.queries = queries;
        this.user = user;
        this.currency = currency;
    }

    DashboardView view() {
        Tuple totals = queries.totals();
        Tuple registrations = queries.registrations();
        return new DashboardView(
                user.isStaff() ? staff(totals, registrations) : null,
                user.isStaff() ? null : partner(totals, registrations),
                list(
                                queries.byStatus(),
                                row -> new StatusCount(
                                        OpportunityStatus.valueOf(text(row)), count(row, "count"), money(row, "value")))
                        .stream()
                        .sorted(Comparator.comparing(StatusCount::status))
                        .toList(),
                list(
                                queries.byPhase(),
                                row -> new PhaseCount(
                                        Phase.valueOf(text(row)), count(row, "count"), money(row, "value")))
                        .stream()
                        .sorted(Comparator.comparing(PhaseCount::phase))
                        .toList(),
                list(
                        queries.byMonth(),
                        row -> new MonthValue(text(row), count(row, "won"), count(row, "lost"), money(row, "value"))),
                count(totals, "unconverted"));
    }

    private StaffDashboard staff(Tuple totals, Tuple registrations) {
        Tuple offers = queries.answers();
        var top = list(
                queries.topPartners(),
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

    private static <T> List<T> list(List<Tuple> rows, Function<Tuple, T> item) {
        return rows.stream().map(item).toList();
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
