package ee.sild.dashboard;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import ee.sild.platform.Ref;
import ee.sild.platform.security.CurrentUser;
import ee.sild.settings.CurrencySettings;

/** The numbers of what the caller may see. Each number has a list behind it. */
@ApplicationScoped
class Dashboard {

    private final TotalQueries opportunities;
    private final AnswerQueries answers;
    private final CurrentUser user;
    private final CurrencySettings currency;

    Dashboard(TotalQueries opportunities, AnswerQueries answers, CurrentUser user, CurrencySettings currency) {
        this.opportunities = opportunities;
        this.answers = answers;
        this.user = user;
        this.currency = currency;
    }

    DashboardView view() {
        var totals = opportunities.totals();
        var registrations = row(answers.registrations());
        return new DashboardView(
                user.isStaff() ? StaffDashboard.of(totals, registrations, row(answers.answers()), topPartners()) : null,
                user.isStaff() ? null : PartnerDashboard.of(totals, row(opportunities.next()), registrations),
                totals.byStatus(),
                totals.byPhase(),
                totals.byMonth(),
                opportunities.unconverted());
    }

    private List<PartnerValue> topPartners() {
        return opportunities.topPartners().stream()
                .map(this::row)
                .map(row -> new PartnerValue(
                        new Ref(row.get("id", UUID.class), row.get("name", String.class)),
                        row.count("won"),
                        row.money("value"),
                        row.ratio("win_rate")))
                .toList();
    }

    private DashboardRow row(Tuple row) {
        return new DashboardRow(row, currency.baseCurrency());
    }
}
