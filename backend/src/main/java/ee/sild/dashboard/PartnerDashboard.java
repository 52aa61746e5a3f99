package ee.sild.dashboard;

import java.time.Instant;
import java.time.LocalDate;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.state.Alert;

/** A partner's open tasks and performance. */
public record PartnerDashboard(
        PartnerOfferFigures offers,
        PartnerOpportunityFigures opportunities,
        PartnerRegistrationFigures registrations,
        PartnerPerformance performance) {

    static PartnerDashboard of(OpportunityTotals totals, DashboardRow next, DashboardRow registrations) {
        return new PartnerDashboard(
                new PartnerOfferFigures(
                        totals.count(one -> one.is(OpportunityStatus.DELIVERED)),
                        totals.sum(OpportunityTotal::value, one -> one.is(OpportunityStatus.DELIVERED)),
                        next.get("answer", Instant.class)),
                new PartnerOpportunityFigures(
                        totals.count(OpportunityTotal::isWorked),
                        totals.sum(OpportunityTotal::value, OpportunityTotal::isWorked),
                        totals.sum(OpportunityTotal::forecast, OpportunityTotal::isWorked),
                        next.get("due", LocalDate.class),
                        totals.count(one -> one.alert() == Alert.NEW),
                        totals.count(one -> one.alert() == Alert.OVERDUE),
                        totals.count(one -> one.alert() == Alert.STALLED),
                        totals.count(one -> one.is(OpportunityStatus.PENDING_APPROVAL))),
                new PartnerRegistrationFigures(
                        registrations.count("pending"),
                        registrations.count("returned"),
                        registrations.count("approved"),
                        registrations.get("next", Instant.class)),
                new PartnerPerformance(totals.wonThisYear(), totals.winRate()));
    }
}
