package ee.sild.dashboard;

/** A partner's open tasks and performance. */
public record PartnerDashboard(
        PartnerOfferFigures offers,
        PartnerOpportunityFigures opportunities,
        PartnerRegistrationFigures registrations,
        PartnerPerformance performance) {}
