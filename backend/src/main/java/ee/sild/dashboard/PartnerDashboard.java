package ee.sild.dashboard;

import java.time.Instant;
import java.time.LocalDate;

/** A partner's open tasks and performance. */
public record PartnerDashboard(
        PartnerOfferFigures offers,
        PartnerOpportunityFigures opportunities,
        PartnerRegistrationFigures registrations,
        PartnerPerformance performance) {

    static PartnerDashboard of(DashboardRow totals, DashboardRow registrations) {
        return new PartnerDashboard(
                new PartnerOfferFigures(
                        totals.count("delivered"),
                        totals.money("delivered_value"),
                        totals.get("next_answer", Instant.class)),
                new PartnerOpportunityFigures(
                        totals.count("managed"),
                        totals.money("managed_value"),
                        totals.money("managed_forecast"),
                        totals.get("next_due", LocalDate.class),
                        totals.count("untouched"),
                        totals.count("overdue"),
                        totals.count("stalled"),
                        totals.count("pending")),
                new PartnerRegistrationFigures(
                        registrations.count("pending"),
                        registrations.count("returned"),
                        registrations.count("approved"),
                        registrations.get("next", Instant.class)),
                new PartnerPerformance(totals.money("won_this_year"), totals.ratio("win_rate")));
    }
}
