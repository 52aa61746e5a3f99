package ee.sild.dashboard;

import java.util.List;

/** The vendor's open tasks and the results of distribution. */
public record StaffDashboard(
        StaffOpportunityFigures opportunities,
        StaffRegistrationFigures registrations,
        StaffValueFigures value,
        StaffPerformance performance,
        List<PartnerValue> topPartners) {

    static StaffDashboard of(
            DashboardRow totals, DashboardRow registrations, DashboardRow answers, List<PartnerValue> topPartners) {
        return new StaffDashboard(
                new StaffOpportunityFigures(
                        totals.count("pending"),
                        totals.count("undistributed"),
                        totals.count("fell_back"),
                        totals.count("delivered"),
                        totals.count("exhausted"),
                        totals.count("extension_requested"),
                        totals.count("untouched"),
                        totals.count("overdue"),
                        totals.count("stalled")),
                new StaffRegistrationFigures(registrations.count("pending"), registrations.count("extensions")),
                new StaffValueFigures(totals.money("open_value"), totals.money("forecast")),
                new StaffPerformance(
                        totals.money("won_this_year"),
                        totals.ratio("win_rate"),
                        answers.ratio("acceptance"),
                        answers.ratio("hours")),
                topPartners);
    }
}
