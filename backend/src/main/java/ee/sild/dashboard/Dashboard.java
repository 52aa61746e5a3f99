package ee.sild.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.state.Phase;
import ee.sild.platform.Ref;
import ee.sild.platform.security.CurrentUser;
import ee.sild.settings.CurrencySettings;

/** Computes the dashboard from the opportunities that the caller may see. Each number has a list behind it. */
@ApplicationScoped
class Dashboard {

    private final OpportunityQueries opportunities;
    private final AnswerQueries answers;
    private final CurrentUser user;
    private final CurrencySettings currency;

    Dashboard(OpportunityQueries opportunities, AnswerQueries answers, CurrentUser user, CurrencySettings currency) {
        this.opportunities = opportunities;
        this.answers = answers;
        this.user = user;
        this.currency = currency;
    }

    DashboardView view() {
        var totals = row(opportunities.totals());
        var registrations = row(answers.registrations());
        return new DashboardView(
                user.isStaff() ? StaffDashboard.of(totals, registrations, row(answers.answers()), topPartners()) : null,
                user.isStaff() ? null : PartnerDashboard.of(totals, registrations),
                list(
                                opportunities.byStatus(),
                                row -> new StatusCount(
                                        OpportunityStatus.valueOf(row.key()), row.count("count"), row.money("value")))
                        .stream()
                        .sorted(Comparator.comparing(StatusCount::status))
                        .toList(),
                list(
                                opportunities.byPhase(),
                                row -> new PhaseCount(Phase.valueOf(row.key()), row.count("count"), row.money("value")))
                        .stream()
                        .sorted(Comparator.comparing(PhaseCount::phase))
                        .toList(),
                list(
                        opportunities.byMonth(),
                        row -> new MonthValue(row.key(), row.count("won"), row.count("lost"), row.money("value"))),
                totals.count("unconverted"));
    }

    private List<PartnerValue> topPartners() {
        return list(
                opportunities.topPartners(),
                row -> new PartnerValue(
                        new Ref(row.get("id", UUID.class), row.get("name", String.class)),
                        row.count("won"),
                        row.money("value"),
                        row.ratio("win_rate")));
    }

    private <T> List<T> list(List<Tuple> rows, Function<DashboardRow, T> item) {
        return rows.stream().map(this::row).map(item).toList();
    }

    private DashboardRow row(Tuple row) {
        return new DashboardRow(row, currency.baseCurrency());
    }
}
