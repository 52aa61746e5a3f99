package ee.sild.dashboard;

import java.util.List;

/** The vendor's open tasks and the results of distribution. */
public record StaffDashboard(
        StaffOpportunityFigures opportunities,
        StaffRegistrationFigures registrations,
        StaffValueFigures value,
        StaffPerformance performance,
        List<PartnerValue> topPartners) {}
