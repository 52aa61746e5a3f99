package ee.sild.dashboard;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.state.Alert;

/** The vendor's open tasks and the results of distribution. */
public record StaffDashboard(
        StaffOpportunityFigures opportunities,
        StaffRegistrationFigures registrations,
        StaffValueFigures value,
        StaffPerformance performance,
        List<PartnerValue> topPartners) {

    private static final Set<OpportunityStatus> FELL_BACK =
            EnumSet.of(OpportunityStatus.DECLINED, OpportunityStatus.EXPIRED, OpportunityStatus.RETURNED);

    static StaffDashboard of(
            OpportunityTotals totals,
            DashboardRow registrations,
            DashboardRow answers,
            List<PartnerValue> topPartners) {
        return new StaffDashboard(
                new StaffOpportunityFigures(
                        totals.count(one -> one.is(OpportunityStatus.PENDING_APPROVAL)),
                        totals.count(one -> one.is(OpportunityStatus.NEW)),
                        totals.count(one -> FELL_BACK.contains(one.status())),
                        totals.count(one -> one.is(OpportunityStatus.DELIVERED)),
                        totals.sum(OpportunityTotal::exhausted, one -> true),
                        totals.sum(OpportunityTotal::extensionRequested, one -> true),
                        totals.count(one -> one.alert() == Alert.NEW),
                        totals.count(one -> one.alert() == Alert.OVERDUE),
                        totals.count(one -> one.alert() == Alert.STALLED)),
                new StaffRegistrationFigures(
                        registrations.count("pending"),
                        registrations.count("extensions"),
                        registrations.count("changes")),
                new StaffValueFigures(
                        totals.sum(OpportunityTotal::value, OpportunityTotal::isOpen),
                        totals.sum(OpportunityTotal::forecast, OpportunityTotal::isOpen)),
                new StaffPerformance(
                        totals.wonThisYear(), totals.winRate(), answers.ratio("acceptance"), answers.ratio("hours")),
                topPartners);
    }
}
